using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Removing;

namespace Pipeline.Functions;

/// <summary>A file was deleted: its documents go as well.</summary>
public sealed class RemoveArticle(ArticleRemover remover)
{
    // By way of a queue, into which Event Grid delivers: the blob trigger drops events of deleted blobs.
    [Function(nameof(RemoveArticle))]
    public Task RunAsync(
        [QueueTrigger(PipelineMap.RemovedQueue, Connection = PipelineMap.StorageConnection)] QueueMessage message,
        CancellationToken cancellationToken) => remover.RemoveAsync(message.Body, cancellationToken);
}
