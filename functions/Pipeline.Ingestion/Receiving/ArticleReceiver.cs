using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Articles.Formats;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion.Receiving;

/// <summary>
/// Takes a dropped file in.
/// <code>
///  blob ── 1 open ── 2 read its entries, one by one ──┬─ rejected: quarantine
///                                                     └─ 3 create the state ── 4 send the first message
/// </code>
/// May be called again for the same blob: an entry in flight is not disturbed, its message is only sent again.
/// </summary>
public sealed partial class ArticleReceiver(
    ArticleReader reader,
    WorkStore work,
    StageQueues queues,
    QuarantineKeeper quarantine,
    PipelineMetrics metrics,
    TimeProvider time,
    IPipelineObserver observer,
    ILogger<ArticleReceiver> logger)
{
    public Task ReceiveAsync(BlobClient blob, CancellationToken cancellationToken) =>
        ReceiveAsync(blob, replay: null, cancellationToken);

    /// <summary>Reads a blob again that was received before: all of it, or one of its articles.</summary>
    /// <returns>How many articles are on their way again.</returns>
    internal async Task<int> ReceiveAsync(BlobClient blob, Replay? replay, CancellationToken cancellationToken)
    {
        using var activity = PipelineActivity.StartReceive(blob.Name);

        // 1. Open
        BlobDownloadStreamingResult download;
        try
        {
            download = await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            Log.Deleted(logger, blob.Name);
            observer.BlobReceived(blob.Name, "", 0, 0);
            return 0;
        }

        var received = ReceivedBlob.Of(blob.BlobContainerName, blob.Name, download.Details);
        await using var content = download.Content;

        // 2. Read its entries
        var (admitted, rejected) = (0, 0);
        await foreach (var entry in reader
            .ReadAsync(content, received.Name, received.ContentType, cancellationToken))
        {
            var provenance = received.Describe(entry, time.GetUtcNow());
            if (replay is { ArticleId: { } only } && only != provenance.ArticleId)
            {
                continue;
            }

            if (entry.Rejection is { } rejection)
            {
                await RejectAsync(blob, received, entry, provenance, rejection, cancellationToken);
                rejected++;
            }
            else
            {
                var state = new ArticleState
                {
                    Next = Stage.Clean,
                    Provenance = provenance,
                    Original = OriginalBytes.Of(entry.Bytes),
                    TraceParent = activity?.Id,
                    Replayed = replay is not null,
                };
                await AdmitAsync(blob, received, state, cancellationToken);
                admitted++;
            }
        }

        observer.BlobReceived(received.Name, received.Version, admitted, rejected);
        return admitted;
    }

    private async Task AdmitAsync(
        BlobClient blob, ReceivedBlob received, ArticleState state, CancellationToken cancellationToken)
    {
        // 3. Create the state
        while (!await work.TryCreateAsync(state, cancellationToken))
        {
            if (await work.TryReadAsync(state.ArticleId, cancellationToken) is not { } inFlight)
            {
                continue;
            }

            if (inFlight.State.Version == state.Version)
            {
                state = inFlight.State;
                break;
            }

            // Another version of this blob is in flight. Which one is newer the blob itself decides: ETags have no order.
            if (!await IsCurrentAsync(blob, received.ETag, cancellationToken))
            {
                Log.Superseded(logger, received.Name, received.Version);
                return;
            }

            if (await work.TryReplaceAsync(state, inFlight.ETag, cancellationToken))
            {
                break;
            }
        }

        // 4. Send the first message. Told first: on a fast machine the article may be stored before this returns.
        observer.Received(state);
        metrics.Received(state);
        await queues.SendAsync(StageMessage.For(state), cancellationToken);
    }

    private async Task RejectAsync(
        BlobClient blob,
        ReceivedBlob received,
        RawEntry entry,
        Provenance provenance,
        Rejection rejection,
        CancellationToken cancellationToken)
    {
        var failure = Failure.Of(rejection);
        QuarantineRecord record;
        if (entry.Place is not null)
        {
            using var bytes = new BinaryData(entry.Bytes).ToStream();
            record = await quarantine.KeepAsync(provenance, failure, bytes, cancellationToken);
        }
        else if (await TryOpenAsync(blob, received.ETag, cancellationToken) is { } whole)
        {
            // The reader stops at the fault; the bytes to keep are those of the whole file.
            await using (whole)
            {
                record = await quarantine.KeepAsync(provenance, failure, whole, cancellationToken);
            }
        }
        else
        {
            Log.Superseded(logger, received.Name, received.Version);
            return;
        }

        Log.Rejected(logger, record.Name, record.Category, record.Reason);
    }

    private static async Task<bool> IsCurrentAsync(BlobClient blob, ETag etag, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties now = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return now.ETag == etag;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }

    /// <summary>Null when the blob was overwritten or deleted: then its newer version is another delivery's business.</summary>
    private static async Task<Stream?> TryOpenAsync(BlobClient blob, ETag etag, CancellationToken cancellationToken)
    {
        try
        {
            var conditions = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = etag } };
            return (await blob.DownloadStreamingAsync(conditions, cancellationToken)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(200, LogLevel.Information, "{Blob} was deleted before it could be received.")]
        public static partial void Deleted(ILogger logger, string blob);

        [LoggerMessage(201, LogLevel.Information, "{Blob}, version {Version}, was overwritten or deleted in the meantime.")]
        public static partial void Superseded(ILogger logger, string blob, string version);

        [LoggerMessage(202, LogLevel.Warning, "{Name}: quarantined as {Category}. {Reason}")]
        public static partial void Rejected(ILogger logger, string name, FailureCategory category, string reason);
    }
}
