using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Stages.Deduplicate;

namespace Pipeline.Functions;

/// <summary>Judges whether the article is a copy.</summary>
public sealed class DeduplicateArticle(StageRunner runner, DeduplicateHandler handler)
{
    [Function(nameof(DeduplicateArticle))]
    public Task RunAsync(
        [QueueTrigger(PipelineMap.DeduplicateQueue, Connection = PipelineMap.StorageConnection)] QueueMessage message,
        CancellationToken cancellationToken) => runner.RunAsync(handler, message, cancellationToken);
}
