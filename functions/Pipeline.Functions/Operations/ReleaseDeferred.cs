using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Functions.Operations;

/// <summary>Sends articles that wait for the next day's language budget on their way now.</summary>
public sealed class ReleaseDeferred(Releaser releaser)
{
    /// <summary>Answers with one result for each of the first 500; call again while it moves some.</summary>
    [Function(nameof(ReleaseDeferred))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "budget/release")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleResult> results = await releaser.ReleaseAsync(cancellationToken).Take(Answer.MostArticles).ToListAsync(cancellationToken);
        return Answer.Json(results, OperationsJson.Readable.IReadOnlyListArticleResult);
    }
}
