using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Receiving;

namespace Pipeline.Ingestion.Operations;

/// <summary>
/// Processes dropped files again, from the bytes that lie in articles/. Documents are rewritten under the same id; a document
/// keeps when it was first seen, and gets a new revision only if its content came out differently. What is in flight is left alone.
/// </summary>
public sealed class Replayer(ArticleReceiver receiver, DocumentStore documents, BlobServiceClient blobs)
{
    /// <summary>Files of a page at most.</summary>
    public const int PageSize = 100;

    private readonly BlobContainerClient _articles = blobs.GetBlobContainerClient(PipelineMap.ArticlesContainer);

    public async Task<ReplayPage> ReplayAsync(ReplayRequest request, CancellationToken cancellationToken)
    {
        if (request.Id is { } id)
        {
            return new ReplayPage([await ReplayArticleAsync(id, cancellationToken)], null);
        }

        var results = new List<ArticleResult>();
        var pages = _articles.GetBlobsAsync(new GetBlobsOptions { Prefix = request.Prefix }, cancellationToken)
            .AsPages(request.Continuation, PageSize);
        await foreach (var page in pages)
        {
            foreach (var blob in page.Values)
            {
                results.Add(await ReplayFileAsync(blob.Name, null, cancellationToken));
            }

            return new ReplayPage(results, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return new ReplayPage(results, null);
    }

    private async Task<ArticleResult> ReplayArticleAsync(string id, CancellationToken cancellationToken) =>
        await documents.TryReadAsync(id, cancellationToken) is { } document
            ? await ReplayFileAsync(document.Provenance.Blob, new Replay(id), cancellationToken)
            : new ArticleResult(id, id, Done: false, "No such document is stored. Is it in quarantine? Then requeue it.");

    private async Task<ArticleResult> ReplayFileAsync(string name, Replay? article, CancellationToken cancellationToken)
    {
        var admitted = await receiver.ReceiveAsync(_articles.GetBlobClient(name), article ?? new Replay(null), cancellationToken);
        return new ArticleResult(
            article?.ArticleId,
            name,
            admitted > 0,
            admitted > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{admitted} on their way again.")
                : "Nothing in it could be processed: the file is gone, or its articles went to quarantine.");
    }
}
