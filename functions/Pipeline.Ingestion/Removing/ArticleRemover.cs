using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Logging;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Receiving;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Ingestion.Removing;

/// <summary>
/// A file was deleted: so are its articles.
/// <code>
///  event ── 1 is the file there again? ─┬─ yes: nothing to do, its new version is received
///                                       └─ no ── 2 end what is in flight ── 3 audit ── 4 empty its documents
///                                                     was there anything, or a fault: once more, later
/// </code>
/// The clusters learn of it by the change feed. May be repeated.
/// </summary>
public sealed partial class ArticleRemover(
    BlobServiceClient blobs, QueueServiceClient queues, WorkStore work, AuditStore audits, DocumentRemover documents,
    ILogger<ArticleRemover> logger)
{
    /// <summary>By then a stage that was running when its state was ended has stored what it was about to.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(2);

    private readonly QueueClient _queue = queues.GetQueueClient(PipelineMap.RemovedQueue);

    public async Task RemoveAsync(BinaryData message, CancellationToken cancellationToken)
    {
        if (BlobDeletedEvent.TryParse(message) is not { Container: PipelineMap.ArticlesContainer } deleted)
        {
            Log.NotAnEvent(logger);
            return;
        }

        bool again;
        try
        {
            again = await RemoveAsync(deleted, cancellationToken);
        }
        catch (Exception exception) when (
            !cancellationToken.IsCancellationRequested && ServiceFailure.TryRead(exception) is StageOutcome.Retry retry)
        {
            Log.Later(logger, deleted.Blob, retry.Failure.Reason);
            again = true;
        }

        if (again)
            await _queue.SendMessageAsync(message, visibilityTimeout: Later, cancellationToken: cancellationToken);
    }

    /// <returns>True when an article was in flight.</returns>
    private async Task<bool> RemoveAsync(BlobDeletedEvent deleted, CancellationToken cancellationToken)
    {
        // 1. Events come late and in any order.
        var blob = blobs.GetBlobContainerClient(deleted.Container).GetBlobClient(deleted.Blob);
        if (await blob.ExistsAsync(cancellationToken))
            return false;

        // 2. Of a batch in flight only what is stored is known; its other articles are stored, and stay until the next event.
        var single = ArticleIdentity.Of(deleted.Container, deleted.Blob, place: null);
        var inFlight = await work.TryReadAsync(single, cancellationToken);
        if (inFlight is not null)
            await work.EndAsync(single, inFlight.ETag, cancellationToken);

        // 3. and 4.
        var ids = await documents.FindAsync(deleted.Container, deleted.Blob, cancellationToken);
        foreach (var id in ids)
        {
            await audits.DeleteAsync(id, cancellationToken);
            await documents.RemoveAsync(id, cancellationToken);
        }

        Log.Removed(logger, deleted.Blob, ids.Count);
        return inFlight is not null;
    }

    private static partial class Log
    {
        [LoggerMessage(500, LogLevel.Information, "{Blob} was deleted, and {Count} documents with it.")]
        public static partial void Removed(ILogger logger, string blob, int count);

        [LoggerMessage(501, LogLevel.Warning, "A message in the queue of deleted files is no event of one; ignored.")]
        public static partial void NotAnEvent(ILogger logger);

        [LoggerMessage(502, LogLevel.Warning, "{Blob} was deleted; its documents could not be yet: {Reason}")]
        public static partial void Later(ILogger logger, string blob, string reason);
    }
}
