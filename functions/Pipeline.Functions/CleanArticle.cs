using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Stages.Clean;

namespace Pipeline.Functions;

/// <summary>Takes the boilerplate out and reads the metadata.</summary>
public sealed class CleanArticle(StageRunner runner, CleanHandler handler)
{
    [Function(nameof(CleanArticle))]
    public Task RunAsync(
        [QueueTrigger(PipelineMap.CleanQueue, Connection = PipelineMap.StorageConnection)] QueueMessage message,
        CancellationToken cancellationToken) => runner.RunAsync(handler, message, cancellationToken);
}
