using System.Collections.Concurrent;
using System.Threading.Channels;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Signals;

namespace Pipeline.Local.Hosting.Blobs;

/// <summary>
/// Watches a container and has each new version of a blob delivered once. It stands in for the Event Grid subscription
/// that a deployed app has: it lists the container, and learns of this process's own writes by a signal.
/// </summary>
internal sealed class BlobListener : IListener
{
    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan FlushAgainAfter = TimeSpan.FromSeconds(5);

    private readonly BlobDelivery _delivery;
    private readonly BlobContainerClient _container;
    private readonly BlobReceipts _receipts;
    private readonly BlobDeletions? _deletions;
    private readonly int _parallel;
    private readonly TimeSpan _retryAfter;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Channel<(BlobVersion Version, int Attempt)> _waiting = Channel.CreateUnbounded<(BlobVersion, int)>();
    private readonly ConcurrentDictionary<string, string> _claimed = new(StringComparer.Ordinal);
    private readonly RunningTasks _running = new();
    private readonly TaskCompletionSource _scanned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BlobListener(
        BlobDelivery delivery,
        BlobServiceClient service,
        BlobReceipts receipts,
        BlobDeletions? deletions,
        HostConfiguration configuration,
        HostSignals signals,
        TimeProvider clock,
        ILogger logger)
    {
        (_delivery, _receipts, _clock, _logger) = (delivery, receipts, clock, logger);
        _deletions = deletions;
        _container = service.GetBlobContainerClient(delivery.Container);
        _parallel = configuration.Blobs.MaxDegreeOfParallelism;
        _retryAfter = configuration.Queues.VisibilityTimeout;
        signals.Watch(delivery.Container, (name, etag) => Offer(BlobVersion.Of(name, etag)));
    }

    public int Running => _running.Count;

    /// <summary>Blobs that are known and have not reached their end.</summary>
    public int Pending => _claimed.Count;

    /// <summary>Completes when the container has been listed for the first time: all that lay in it is pending or done.</summary>
    public Task Scanned => _scanned.Task;

    public async Task ListenAsync(CancellationToken stop, CancellationToken abort)
    {
        if (await LoadReceiptsAsync(stop))
        {
            await Task.WhenAll(ScanAsync(stop), DispatchAsync(stop, abort), FlushAsync(stop));
        }
    }

    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await _running.WaitUntilAtMostAsync(0, cancellationToken);
        await _receipts.FlushAsync(cancellationToken);
    }

    private async Task<bool> LoadReceiptsAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await _receipts.LoadAsync(CancellationToken.None);
                return true;
            }
#pragma warning disable CA1031 // whatever keeps the storage from answering, the listener outlasts it
            catch (Exception error)
#pragma warning restore CA1031
            {
                HostLog.ScanFailed(_logger, error, _delivery.Container);
                await RestAsync(TimeSpan.Zero, stop);
            }
        }

        return false;
    }

    private async Task ScanAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var started = _clock.GetTimestamp();
            try
            {
                await ScanOnceAsync(stop);
                _scanned.TrySetResult();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // whatever keeps the storage from answering, the listener outlasts it
            catch (Exception error)
#pragma warning restore CA1031
            {
                HostLog.ScanFailed(_logger, error, _delivery.Container);
            }

            await RestAsync(_clock.GetElapsedTime(started), stop);
        }
    }

    private Task RestAsync(TimeSpan scan, CancellationToken stop) => WaitAsync(BlobScanPace.RestAfter(scan), stop);

    // Ends early, and without an exception, when the host stops.
    private async Task WaitAsync(TimeSpan time, CancellationToken stop) =>
        await Task.Delay(time, _clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task ScanOnceAsync(CancellationToken stop)
    {
        _receipts.BeginScan();
        await foreach (var blob in _container.GetBlobsAsync(
            BlobTraits.None, BlobStates.None, _delivery.Pattern.Prefix, stop))
        {
            _receipts.Seen(blob.Name);
            if (blob.Properties.ETag is { } etag)
            {
                Offer(BlobVersion.Of(blob.Name, etag));
            }
        }

        foreach (var name in _receipts.EndScan())
        {
            await ForgetAsync(name, stop);
        }
    }

    /// <summary>The receipt stays until the deletion is told.</summary>
    private async Task ForgetAsync(string name, CancellationToken stop)
    {
        try
        {
            if (_deletions is not null)
            {
                await _deletions.TellAsync(name, stop);
            }

            _receipts.Remove(name);
        }
#pragma warning disable CA1031 // whatever keeps the storage from answering, the listener outlasts it
        catch (Exception error) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            HostLog.DeletionFailed(_logger, error, _delivery.Container, name);
        }
    }

    // The scan and the signal see the same blob at about the same time; whoever claims it first has it delivered.
    private void Offer(BlobVersion version)
    {
        if (_delivery.Pattern.Match(version.Name) is null || _receipts.Has(version))
        {
            return;
        }

        var mine = true;
        _claimed.AddOrUpdate(
            version.Name,
            _ =>
            {
                mine = true;
                return version.Tag;
            },
            (_, claimed) =>
            {
                mine = claimed != version.Tag;
                return version.Tag;
            });
        if (!mine)
        {
            return;
        }

        // It may have been delivered between the two looks above.
        if (_receipts.Has(version))
        {
            _claimed.TryRemove(KeyValuePair.Create(version.Name, version.Tag));
        }
        else
        {
            _waiting.Writer.TryWrite((version, 1));
        }
    }

    private async Task DispatchAsync(CancellationToken stop, CancellationToken abort)
    {
        try
        {
            await foreach (var (version, attempt) in _waiting.Reader.ReadAllAsync(stop))
            {
                await _running.WaitUntilAtMostAsync(_parallel - 1, stop);
                _running.Add(DeliverAsync(version, attempt, stop, abort));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What waits has no receipt, so the next start finds it again.
        }
    }

    private async Task DeliverAsync(BlobVersion version, int attempt, CancellationToken stop, CancellationToken abort)
    {
        await Task.Yield();
        var settled = false;
        try
        {
            settled = await _delivery.DeliverAsync(version, attempt, abort);
        }
#pragma warning disable CA1031 // a delivery's own failure must not end the listener; it is tried again
        catch (Exception error)
#pragma warning restore CA1031
        {
            HostLog.BlobSettleFailed(_logger, error, _delivery.Container, version.Name);
        }

        if (settled)
        {
            _claimed.TryRemove(KeyValuePair.Create(version.Name, version.Tag));
        }
        else
        {
            _ = OfferAgainAsync(version, attempt + 1, stop);
        }
    }

    private async Task OfferAgainAsync(BlobVersion version, int attempt, CancellationToken stop)
    {
        await WaitAsync(_retryAfter, stop);
        _waiting.Writer.TryWrite((version, attempt));
    }

    private async Task FlushAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await WaitAsync(FlushEvery, stop);
            try
            {
                await _receipts.FlushAsync(CancellationToken.None);
            }
#pragma warning disable CA1031 // whatever keeps the storage from answering, the listener outlasts it
            catch (Exception error)
#pragma warning restore CA1031
            {
                HostLog.ReceiptsFailed(_logger, error, _delivery.Function);
                await WaitAsync(FlushAgainAfter, stop);
            }
        }
    }
}
