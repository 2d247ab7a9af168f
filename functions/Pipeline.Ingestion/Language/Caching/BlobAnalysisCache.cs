using Azure;
using Azure.Storage.Blobs;

namespace Pipeline.Ingestion.Language.Caching;

/// <summary>A blob for each result, in the container "cache". Old ones are ignored; a lifecycle rule may delete them.</summary>
internal sealed class BlobAnalysisCache(BlobContainerClient container, TimeSpan age, TimeProvider time) : IAnalysisCache
{
    public const string Container = "cache";

    public async ValueTask<BinaryData?> GetAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await container.GetBlobClient(key).DownloadContentAsync(cancellationToken).ConfigureAwait(false);
            return answer.Value.Details.LastModified + age > time.GetUtcNow() ? answer.Value.Content : null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async ValueTask SetAsync(string key, BinaryData value, CancellationToken cancellationToken)
    {
        var blob = container.GetBlobClient(key);
        try
        {
            await blob.UploadAsync(value, overwrite: true, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            await blob.UploadAsync(value, overwrite: true, cancellationToken).ConfigureAwait(false);
        }
    }
}
