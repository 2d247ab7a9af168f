using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion.Documents;

namespace Pipeline.Functions.Operations;

/// <summary>One document, as it stands in Cosmos DB.</summary>
public sealed class ShowArticle(DocumentStore documents)
{
    [Function(nameof(ShowArticle))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "articles/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await documents.TryReadAsync(id, cancellationToken) is { } document
            ? Answer.Json(document, DocumentJson.Readable.ArticleDocument)
            : Answer.NotFound($"No document {id} is stored. It may be in flight, or in quarantine.");
}
