using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion.Deduplication.Operating;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Functions.Operations;

/// <summary>Tells why two articles were or were not joined, and takes one out of its cluster.</summary>
public sealed class CorrectClusters(ClusterOperations clusters)
{
    /// <summary>Passages of each kind at most.</summary>
    private const int Most = 100;

    /// <summary><c>?first=</c> and <c>?second=</c> are ids of articles or names of dropped files; <c>?sample=</c> (8) passages are shown.</summary>
    [Function("ExplainClusters")]
    public Task<IActionResult> ExplainAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "explain")] HttpRequest request,
        CancellationToken cancellationToken) => Answer.OfAsync(async () =>
    {
        var sample = Ask.Number(request.Query, "sample", absent: 8, Most);
        var (first, second) = (Ask.Text(request.Query, "first"), Ask.Text(request.Query, "second"));
        var pair = await clusters.ExplainAsync(first, second, sample, cancellationToken);
        return Answer.Json(ExplanationView.Of(pair), OperationsJson.Readable.ExplanationView);
    });

    /// <summary>Body: <c>{"article":…}</c>, its id or the name of its file. Repeating it changes nothing.</summary>
    [Function("SplitArticle")]
    public Task<IActionResult> SplitAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "split")] HttpRequest request,
        CancellationToken cancellationToken) => Answer.OfAsync(async () =>
    {
        var asked = await Ask.BodyAsync(request, OperationsJson.Readable.SplitRequest, cancellationToken);
        if (string.IsNullOrEmpty(asked.Article))
        {
            return Answer.BadRequest("Say which: \"article\", its id or the name of its file.");
        }

        var split = await clusters.SplitAsync(asked.Article, cancellationToken);
        return Answer.Json(SplitView.Of(split), OperationsJson.Readable.SplitView);
    });
}
