using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Receiving;

namespace Pipeline.Functions;

/// <summary>A file was dropped: its articles start on their way.</summary>
public sealed class ReceiveArticle(ArticleReceiver receiver)
{
    // Event Grid, since Flex Consumption polls no container; a poll would also miss nothing but find everything late.
    [Function(nameof(ReceiveArticle))]
    public Task RunAsync(
        [BlobTrigger(
            PipelineMap.ArticlesContainer + "/{name}",
            Source = BlobTriggerSource.EventGrid,
            Connection = PipelineMap.StorageConnection)]
        BlobClient blob,
        CancellationToken cancellationToken) => receiver.ReceiveAsync(blob, cancellationToken);
}
