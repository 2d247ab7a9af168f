using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Functions;
using Pipeline.Local.Hosting.Observing;
using Pipeline.Local.Hosting.Signals;

namespace Pipeline.Local.Hosting.Queues;

/// <summary>Takes one message from its receipt to its end. Holds no state between messages; thread safe.</summary>
internal sealed class QueueDelivery(
    string queue,
    FunctionRunner runner,
    IQueueStore store,
    QueueSettings settings,
    TimeSpan lease,
    HostSignals signals,
    TimeProvider clock,
    ILogger logger)
{
    private const string PoisonSuffix = "-poison";

    public string Function => runner.Name;

    public string Queue => queue;

    /// <summary>Null for a poison queue: its messages have nowhere else to go and are tried for ever, once a lease.</summary>
    public string? PoisonQueue { get; } = queue.EndsWith(PoisonSuffix, StringComparison.Ordinal) ? null : queue + PoisonSuffix;

    /// <summary>Number of a function's runs follows the service's count, so it goes on after a restart.</summary>
    /// <param name="message">As received, hidden for the length of a lease.</param>
    /// <param name="abort">Cancelled when the host will wait no longer.</param>
    public async Task DeliverAsync(QueueMessage message, CancellationToken abort)
    {
        //  message ──> seen more often than maxDequeueCount? ── yes ──> 4. poison queue, delete
        //                  │ no                                             ^
        //              1. run, renewing the lease                           │
        //                  ├── succeeded ──> 2. delete                      │
        //                  └── failed ─────> last attempt? ── yes ──────────┘
        //                                        └── no ──> 3. show again after visibilityTimeout
        var attempt = (int)message.DequeueCount;
        var input = new TriggerInput(message, message.MessageId, attempt);
        var run = runner.Describe(input);
        if (attempt > settings.MaxDequeueCount && PoisonQueue is { } full)
        {
            await GiveUpAsync(run, full, message, message.PopReceipt);
            return;
        }

        // 1.
        Exception? error;
        var hidden = new QueueLease(store, queue, message, lease, clock, logger);
        await using (hidden)
        {
            error = await runner.RunAsync(run, input, abort);
        }

        var receipt = hidden.PopReceipt;
        if (error is null)
        {
            // 2.
            await store.DeleteAsync(queue, message.MessageId, receipt, CancellationToken.None);
        }
        else if (abort.IsCancellationRequested)
        {
            // 3. A run that was cut short by the host's stop is nobody's failure and may go on at once.
            await ShowAfterAsync(TimeSpan.Zero, message, receipt);
        }
        else if (PoisonQueue is { } poison)
        {
            // 3. or 4.
            await (attempt < settings.MaxDequeueCount
                ? ShowAfterAsync(settings.VisibilityTimeout, message, receipt)
                : GiveUpAsync(run, poison, message, receipt));
        }
    }

    private async Task ShowAfterAsync(TimeSpan wait, QueueMessage message, string receipt)
    {
        await store.HideAsync(queue, message.MessageId, receipt, wait, CancellationToken.None);
        signals.MessageSent(queue, wait);
    }

    private async Task GiveUpAsync(FunctionRun run, string poison, QueueMessage message, string receipt)
    {
        await store.SendAsync(poison, message.Body, CancellationToken.None);
        signals.MessageSent(poison, TimeSpan.Zero);
        await store.DeleteAsync(queue, message.MessageId, receipt, CancellationToken.None);
        runner.Observer.GivenUp(run, poison);
    }
}
