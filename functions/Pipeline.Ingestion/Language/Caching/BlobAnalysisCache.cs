using Azure;
using Azure.Storage.Blobs;

namespace Pipeline.Ingestion.Language.Caching;

/// <summary>A blob for each result, in the container "cache". Old ones are ignored; a lifecycle rule deletes them.</summary>
internal sealed class BlobAnalysisCache(BlobContainerClient container, TimeSpan age, TimeProvider time) : IAnalysisCache
{
    public async ValueTask<BinaryData?> GetAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await container.GetBlobClient(key).DownloadContentAsync(cancellationToken);
            return answer.Value.Details.LastModified + age > time.GetUtcNow() ? answer.Value.Content : null;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    public async ValueTask SetAsync(string key, BinaryData value, CancellationToken cancellationToken) =>
        await container.GetBlobClient(key).UploadAsync(value, overwrite: true, cancellationToken);
}
