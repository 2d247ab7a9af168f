using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Stages.Enrich;

namespace Pipeline.Functions;

/// <summary>Finds entities and key phrases.</summary>
public sealed class EnrichArticle(StageRunner runner, EnrichHandler handler)
{
    [Function(nameof(EnrichArticle))]
    public Task RunAsync(
        [QueueTrigger(PipelineMap.EnrichQueue, Connection = PipelineMap.StorageConnection)] QueueMessage message,
        CancellationToken cancellationToken) => runner.RunAsync(handler, message, cancellationToken);
}
