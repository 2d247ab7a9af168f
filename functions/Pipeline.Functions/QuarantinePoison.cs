using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Functions;

/// <summary>
/// Takes what the host gave up on out of the poison queues and into quarantine. Handlers' failures never come here, the
/// runner settles them; only a process that died at every delivery does.
/// </summary>
public sealed class QuarantinePoison(PoisonHandler poison)
{
    [Function("QuarantinePoisonedClean")]
    public Task CleanAsync(
        [QueueTrigger(PipelineMap.CleanQueue + PipelineMap.PoisonSuffix, Connection = PipelineMap.StorageConnection)]
        QueueMessage message,
        CancellationToken cancellationToken) => poison.QuarantineAsync(Stage.Clean, message, cancellationToken);

    [Function("QuarantinePoisonedEnrich")]
    public Task EnrichAsync(
        [QueueTrigger(PipelineMap.EnrichQueue + PipelineMap.PoisonSuffix, Connection = PipelineMap.StorageConnection)]
        QueueMessage message,
        CancellationToken cancellationToken) => poison.QuarantineAsync(Stage.Enrich, message, cancellationToken);

    [Function("QuarantinePoisonedDeduplicate")]
    public Task DeduplicateAsync(
        [QueueTrigger(PipelineMap.DeduplicateQueue + PipelineMap.PoisonSuffix, Connection = PipelineMap.StorageConnection)]
        QueueMessage message,
        CancellationToken cancellationToken) => poison.QuarantineAsync(Stage.Deduplicate, message, cancellationToken);

    [Function("QuarantinePoisonedStore")]
    public Task StoreAsync(
        [QueueTrigger(PipelineMap.StoreQueue + PipelineMap.PoisonSuffix, Connection = PipelineMap.StorageConnection)]
        QueueMessage message,
        CancellationToken cancellationToken) => poison.QuarantineAsync(Stage.Store, message, cancellationToken);

    [Function("QuarantinePoisonedRemoval")]
    public Task RemovalAsync(
        [QueueTrigger(PipelineMap.RemovedQueue + PipelineMap.PoisonSuffix, Connection = PipelineMap.StorageConnection)]
        QueueMessage message,
        CancellationToken cancellationToken) => poison.QuarantineRemovalAsync(message, cancellationToken);

    [Function("QuarantinePoisonedBlob")]
    public Task BlobAsync(
        [QueueTrigger(PipelineMap.BlobPoisonQueue, Connection = PipelineMap.StorageConnection)] QueueMessage message,
        CancellationToken cancellationToken) => poison.QuarantineBlobAsync(message, cancellationToken);
}
