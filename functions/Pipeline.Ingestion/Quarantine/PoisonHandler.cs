using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Receiving;
using Pipeline.Ingestion.Removing;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Ingestion.Quarantine;

/// <summary>Moves what the host gave up on into quarantine, where it is seen and can be requeued.</summary>
public sealed partial class PoisonHandler(
    WorkStore work,
    QuarantineStore quarantine,
    QuarantineKeeper keeper,
    BlobServiceClient blobs,
    TimeProvider time,
    ILogger<PoisonHandler> logger)
{
    private static readonly Failure Poison = new(
        FailureCategory.Unexpected,
        "The process died at every delivery; look for a crash or for memory in the log, then requeue the article.");

    /// <summary>A message of a stage's queue.</summary>
    public async Task QuarantineAsync(Stage stage, QueueMessage delivery, CancellationToken cancellationToken)
    {
        var message = StageMessage.TryParse(delivery.Body);
        if (message is null)
        {
            await quarantine.KeepMessageAsync(PipelineMap.QueueOf(stage), delivery, cancellationToken);
            return;
        }

        // Gone on or ended: another delivery of the same message got through.
        if (await work.TryReadAsync(message.ArticleId, cancellationToken) is not { } stored
            || stored.State.Version != message.Version
            || stored.State.Next != stage)
        {
            return;
        }

        var record = await keeper.KeepAsync(stored, stage, message.Attempt, Poison, cancellationToken);
        Log.Poisoned(logger, record.Name, stage);
    }

    /// <summary>A message about a blob that could not be received.</summary>
    public async Task QuarantineBlobAsync(QueueMessage delivery, CancellationToken cancellationToken)
    {
        var (container, name) = ParseBlob(delivery.Body);
        if (container is null || name is null)
        {
            await quarantine.KeepMessageAsync(PipelineMap.BlobPoisonQueue, delivery, cancellationToken);
            return;
        }

        var blob = blobs.GetBlobContainerClient(container).GetBlobClient(name);
        if (!await blob.ExistsAsync(cancellationToken))
        {
            return;
        }

        var download = (await blob.DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
        await using var content = download.Content;
        var received = ReceivedBlob.Of(container, name, download.Details);
        var record = await keeper.KeepAsync(received.Describe(time.GetUtcNow()), Poison, content, cancellationToken);
        Log.Poisoned(logger, record.Name, Stage.Receive);
    }

    /// <summary>A message about a deleted file. It is no article's: it is kept as it is, and can be requeued as that.</summary>
    public async Task QuarantineRemovalAsync(QueueMessage delivery, CancellationToken cancellationToken)
    {
        await quarantine.KeepMessageAsync(PipelineMap.RemovedQueue, delivery, cancellationToken);
        Log.PoisonedRemoval(logger, BlobDeletedEvent.TryParse(delivery.Body)?.Blob ?? delivery.MessageId);
    }

    private static (string? Container, string? Name) ParseBlob(BinaryData body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return (Text(json.RootElement, "ContainerName"), Text(json.RootElement, "BlobName"));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(property, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static partial class Log
    {
        [LoggerMessage(300, LogLevel.Error, "{Name} was poisoned at {Stage}: the process died at every delivery. Quarantined.")]
        public static partial void Poisoned(ILogger logger, string name, Stage stage);

        [LoggerMessage(301, LogLevel.Error, "The removal of {Name} was poisoned: the process died at every delivery. Its message is in quarantine; its documents are still stored.")]
        public static partial void PoisonedRemoval(ILogger logger, string name);
    }
}
