using Azure;
using Azure.Storage.Queues.Models;
using Pipeline.Local.Hosting.Queues;

namespace Pipeline.Local.Tests.Hosting.Queues;

/// <summary>Fails to receive some times, in the ways in which the SDK does, and then is the store behind it.</summary>
internal sealed class FailingQueueStore(IQueueStore inner, int failures) : IQueueStore
{
    public int Failures { get; private set; } = failures;

    public ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan lease, CancellationToken cancellationToken) => Failures switch
        {
            0 => inner.ReceiveAsync(queue, count, lease, cancellationToken),
            _ => throw (Failures-- % 3) switch
            {
                0 => new AggregateException("Retry failed after 4 tries."),
                1 => new TaskCanceledException("The operation was cancelled because it exceeded the configured timeout."),
                _ => new RequestFailedException(503, "Server busy."),
            },
        };

    public ValueTask CreateIfMissingAsync(string queue, CancellationToken cancellationToken) =>
        inner.CreateIfMissingAsync(queue, cancellationToken);

    public ValueTask<string?> HideAsync(
        string queue, string messageId, string popReceipt, TimeSpan hidden, CancellationToken cancellationToken) =>
        inner.HideAsync(queue, messageId, popReceipt, hidden, cancellationToken);

    public ValueTask DeleteAsync(string queue, string messageId, string popReceipt, CancellationToken cancellationToken) =>
        inner.DeleteAsync(queue, messageId, popReceipt, cancellationToken);

    public ValueTask SendAsync(string queue, BinaryData body, CancellationToken cancellationToken) =>
        inner.SendAsync(queue, body, cancellationToken);

    public ValueTask<int> CountAsync(string queue, CancellationToken cancellationToken) => inner.CountAsync(queue, cancellationToken);
}
