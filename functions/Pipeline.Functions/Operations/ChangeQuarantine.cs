using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Quarantine;

namespace Pipeline.Functions.Operations;

/// <summary>Sends articles in quarantine on their way again, or gives one up.</summary>
public sealed class ChangeQuarantine(Requeuer requeuer, MessageRequeuer messages, QuarantineStore store)
{
    /// <summary>
    /// Body: <c>{"filter":{"ids":[…],"stage":…,"category":…,"reason":…},"fromStart":false}</c>, or <c>{"all":true}</c>,
    /// or <c>{"messages":true}</c> for queue messages. Answers with one result for each of the first 500; call again while it moves some.
    /// </summary>
    [Function("RequeueQuarantine")]
    public async Task<IActionResult> RequeueAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "quarantine/requeue")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        RequeueRequest asked;
        try
        {
            asked = await Ask.BodyAsync(request, OperationsJson.Readable.RequeueRequest, cancellationToken);
        }
        catch (FormatException exception)
        {
            return Answer.BadRequest(exception.Message);
        }

        if (asked.Filter.IsAll != (asked.All || asked.Messages) || (asked.All && asked.Messages))
        {
            return Answer.BadRequest(
                "Say which: a filter with ids, stage, category or reason; or \"all\": true and no filter; or \"messages\": true alone.");
        }

        IReadOnlyList<ArticleResult> results = await (asked.Messages
                ? messages.RequeueAsync(cancellationToken)
                : requeuer.RequeueAsync(asked.Filter, asked.FromStart, cancellationToken))
            .Take(Answer.MostArticles).ToListAsync(cancellationToken);
        return Answer.Json(results, OperationsJson.Readable.IReadOnlyListArticleResult);
    }

    [Function("DiscardQuarantined")]
    public async Task<IActionResult> DiscardAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "quarantine/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await store.TryDiscardAsync(id, cancellationToken)
            ? new NoContentResult()
            : Answer.NotInQuarantine(id);
}
