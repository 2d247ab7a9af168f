using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Pipeline.Local.Hosting.Queues;

/// <summary>Keeps a message hidden while its function runs: renews at half of the lease, until disposed.</summary>
internal sealed class QueueLease : IAsyncDisposable
{
    private readonly IQueueStore _store;
    private readonly string _queue;
    private readonly QueueMessage _message;
    private readonly TimeSpan _duration;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _renewing;

    public QueueLease(
        IQueueStore store, string queue, QueueMessage message, TimeSpan duration, TimeProvider clock, ILogger logger)
    {
        (_store, _queue, _message, _duration, _clock, _logger) = (store, queue, message, duration, clock, logger);
        PopReceipt = message.PopReceipt;
        _renewing = RenewAsync();
    }

    /// <summary>The valid one; final once disposed.</summary>
    public string PopReceipt { get; private set; }

    /// <summary>Ends the renewal; the message stays hidden for what is left of the lease.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        _ended.Dispose();
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(_duration / 2, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                // Not cancelled half way: an answer that nobody reads would hold the receipt that the delete needs.
                if (await _store.HideAsync(_queue, _message.MessageId, PopReceipt, _duration, CancellationToken.None) is not { } receipt)
                {
                    HostLog.LeaseLost(_logger, _queue, _message.MessageId);
                    return;
                }

                PopReceipt = receipt;
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The function has ended.
        }
#pragma warning disable CA1031 // a lost lease means one more delivery, which the functions allow for
        catch (Exception error)
#pragma warning restore CA1031
        {
            HostLog.RenewalFailed(_logger, error, _queue, _message.MessageId);
        }
    }
}
