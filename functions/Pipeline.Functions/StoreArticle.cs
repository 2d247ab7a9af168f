using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Stages.Store;

namespace Pipeline.Functions;

/// <summary>Writes the document to Cosmos DB.</summary>
public sealed class StoreArticle(StageRunner runner, StoreHandler handler)
{
    [Function(nameof(StoreArticle))]
    public Task RunAsync(
        [QueueTrigger(PipelineMap.StoreQueue, Connection = PipelineMap.StorageConnection)] QueueMessage message,
        CancellationToken cancellationToken) => runner.RunAsync(handler, message, cancellationToken);
}
