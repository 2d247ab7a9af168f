using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Signals;

namespace Pipeline.Local.Hosting.Queues;

/// <summary>Fetches messages of one queue and has them delivered, as many at once as host.json allows.</summary>
internal sealed class QueueListener(
    QueueDelivery delivery,
    IQueueStore store,
    QueueSettings settings,
    TimeSpan lease,
    HostSignals signals,
    Random random,
    ILogger logger) : IListener
{
    private readonly Signal _signal = signals.ForQueue(delivery.Queue);
    private readonly RunningTasks _running = new();

    public int Running => _running.Count;

    /// <summary>Returns when <paramref name="stop"/> is cancelled; what is running by then goes on.</summary>
    public async Task ListenAsync(CancellationToken stop, CancellationToken abort)
    {
        //  ┌─> 1. wait until newBatchThreshold or fewer run
        //  │   2. fetch a batch ── none ──> 4. wait: longer each time, ended by a signal ──┐
        //  │       └── some ──> 3. start each                                              │
        //  └─────────────────────┴──────────────────────────────────────────────────────────┘
        var backoff = new PollingBackoff(settings.MaxPollingInterval, random);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                // 1.
                await _running.WaitUntilAtMostAsync(settings.NewBatchThreshold, stop);

                // 2. Not cancelled half way: a batch whose answer is lost would be hidden for a whole lease.
                var batch = await store.ReceiveAsync(delivery.Queue, settings.BatchSize, lease, CancellationToken.None);

                // 3.
                foreach (var message in batch)
                {
                    _running.Add(DeliverAsync(message, abort));
                }

                // 4.
                if (batch.Count > 0)
                {
                    backoff.Reset();
                }
                else if (await _signal.WaitAsync(backoff.Next(), stop))
                {
                    backoff.Reset();
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // whatever keeps the storage from answering, the listener outlasts it
            catch (Exception error)
#pragma warning restore CA1031
            {
                HostLog.ReceiveFailed(logger, error, delivery.Queue);
                await _signal.WaitAsync(backoff.Next(), stop);
            }
        }
    }

    public Task DrainAsync(CancellationToken cancellationToken) => _running.WaitUntilAtMostAsync(0, cancellationToken);

    private async Task DeliverAsync(QueueMessage message, CancellationToken abort)
    {
        // The function must not hold up the fetching of the next messages before its first await.
        await Task.Yield();
        try
        {
            await delivery.DeliverAsync(message, abort);
        }
#pragma warning disable CA1031 // a delivery's own failure must not end the listener; the lease brings the message back
        catch (Exception error)
#pragma warning restore CA1031
        {
            HostLog.SettleFailed(logger, error, delivery.Queue, message.MessageId);
        }
    }
}
