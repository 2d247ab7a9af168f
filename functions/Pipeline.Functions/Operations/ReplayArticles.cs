using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Functions.Operations;

/// <summary>Processes dropped files again, as after a release that cleans better.</summary>
public sealed class ReplayArticles(Replayer replayer)
{
    /// <summary>
    /// Body: <c>{"id":…}</c> for one article, or <c>{"prefix":…}</c> for files by the beginning of their names ("" for all), up to 100 a call;
    /// the answer's continuation goes into the next.
    /// </summary>
    [Function(nameof(ReplayArticles))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "replay")] HttpRequest request,
        CancellationToken cancellationToken) => Answer.OfAsync(async () =>
    {
        var asked = await Ask.BodyAsync(request, OperationsJson.Readable.ReplayRequest, cancellationToken);
        return (asked.Id is null) == (asked.Prefix is null)
            ? Answer.BadRequest("Say which: \"id\" of an article, or \"prefix\" of the files' names.")
            : Answer.Json(await replayer.ReplayAsync(asked, cancellationToken), OperationsJson.Readable.ReplayPage);
    });
}
