using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Storage;

/// <summary>
/// The state blobs of articles in flight, <c>work/{articleId}.json</c>. Every write is conditional: of two that do the
/// same work at the same time one wins, and the other sees that it is done.
/// </summary>
public sealed class WorkStore(BlobServiceClient blobs)
{
    /// <summary>Metadata of a blob, so that a listing tells who waits on purpose.</summary>
    private const string DeferredUntil = "deferreduntil";

    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(PipelineMap.WorkContainer);

    /// <summary>Null when the article is not in flight (any more).</summary>
    public async Task<StoredState?> TryReadAsync(string articleId, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult blob = await Blob(articleId).DownloadContentAsync(cancellationToken);
            var state = JsonSerializer.Deserialize(blob.Content.ToMemory().Span, StateJson.Default.ArticleState)!;
            return new StoredState(state, blob.Details.ETag);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>False when the article is in flight already.</summary>
    public Task<bool> TryCreateAsync(ArticleState state, CancellationToken cancellationToken) =>
        TryWriteAsync(state, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);

    /// <summary>False when somebody else wrote or deleted the state since it was read.</summary>
    public Task<bool> TryReplaceAsync(ArticleState state, ETag read, CancellationToken cancellationToken) =>
        TryWriteAsync(state, new BlobRequestConditions { IfMatch = read }, cancellationToken);

    /// <summary>The article has ended. A state that was replaced by a newer version of the article stays.</summary>
    public async Task EndAsync(string articleId, ETag read, CancellationToken cancellationToken)
    {
        try
        {
            await Blob(articleId)
                .DeleteAsync(conditions: new BlobRequestConditions { IfMatch = read }, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // Ended already, or a newer version of the article is in flight under the same id.
        }
    }

    /// <summary>All articles in flight, by id. One listing, no state is read.</summary>
    public async IAsyncEnumerable<ArticleInFlight> ListAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancellationToken))
        {
            yield return new ArticleInFlight(
                Path.GetFileNameWithoutExtension(blob.Name),
                blob.Properties.LastModified ?? DateTimeOffset.MinValue,
                blob.Metadata.TryGetValue(DeferredUntil, out var value)
                    ? DateTimeOffset.Parse(value, CultureInfo.InvariantCulture)
                    : null);
        }
    }

    private async Task<bool> TryWriteAsync(
        ArticleState state, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(state, StateJson.Default.ArticleState);
        try
        {
            await Blob(state.ArticleId)
                .UploadAsync(
                    new BinaryData(json),
                    new BlobUploadOptions { Conditions = conditions, HttpHeaders = StorageFormats.Json, Metadata = Metadata(state) },
                    cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static Dictionary<string, string>? Metadata(ArticleState state) => state.DeferredUntil is { } until
        ? new() { [DeferredUntil] = until.ToString("O", CultureInfo.InvariantCulture) }
        : null;

    private BlobClient Blob(string articleId) => _container.GetBlobClient(articleId + ".json");
}
