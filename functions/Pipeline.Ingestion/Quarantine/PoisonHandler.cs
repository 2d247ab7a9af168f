using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Articles.Formats;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Receiving;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Ingestion.Quarantine;

/// <summary>Moves what the host gave up on into quarantine, where it is seen and can be requeued.</summary>
public sealed partial class PoisonHandler(
    WorkStore work,
    QuarantineStore quarantine,
    BlobServiceClient blobs,
    TimeProvider time,
    IPipelineObserver observer,
    ILogger<PoisonHandler> logger)
{
    private const string Reason =
        "The process died at every delivery; look for a crash or for memory in the log, then requeue the article.";

    /// <summary>A message of a stage's queue.</summary>
    public async Task QuarantineAsync(Stage stage, QueueMessage delivery, CancellationToken cancellationToken)
    {
        var message = StageMessage.TryParse(delivery.Body);
        if (message is null)
        {
            await quarantine.KeepMessageAsync(stage, delivery, cancellationToken);
            return;
        }

        // Gone on or ended: another delivery of the same message got through.
        if (await work.TryReadAsync(message.ArticleId, cancellationToken) is not { } stored
            || stored.State.Version != message.Version
            || stored.State.Next != stage)
        {
            return;
        }

        var failure = new Failure(FailureCategory.Unexpected, Reason);
        var record = QuarantineRecord.Of(stored.State, stage, message.Attempt, failure, time.GetUtcNow());
        await quarantine.KeepAsync(record, stored.State.Original.Unpack(), cancellationToken);
        await work.EndAsync(message.ArticleId, stored.ETag, cancellationToken);
        Log.Poisoned(logger, record.Name, stage);
        observer.Quarantined(record);
    }

    /// <summary>A message about a blob that could not be received.</summary>
    public async Task QuarantineBlobAsync(QueueMessage delivery, CancellationToken cancellationToken)
    {
        var (container, name) = ParseBlob(delivery.Body);
        if (container is null || name is null)
        {
            await quarantine.KeepMessageAsync(Stage.Receive, delivery, cancellationToken);
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
        var record = new QuarantineRecord
        {
            Stage = Stage.Receive,
            Category = FailureCategory.Unexpected,
            Reason = Reason,
            Attempts = 1,
            At = time.GetUtcNow(),
            Provenance = new Provenance
            {
                ArticleId = ArticleIdentity.Of(container, name, place: null),
                Container = container,
                Blob = name,
                Version = received.Version,
                Kind = MediaKind.PlainText,
                ContentType = received.ContentType,
                ByteCount = download.Details.ContentLength,
                RawHash = "",
                CrawledAt = received.LastModified,
                ReceivedAt = time.GetUtcNow(),
            },
        };
        await quarantine.KeepAsync(record, content, cancellationToken);
        Log.Poisoned(logger, record.Name, Stage.Receive);
        observer.Quarantined(record);
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
    }
}
