using Azure.Storage.Queues.Models;
using Pipeline.Local.Hosting.Queues;

namespace Pipeline.Local.Tests.Hosting.Queues;

/// <summary>Counts what was done, so that a test can wait for it and need not guess how long it takes.</summary>
internal sealed class ObservedQueueStore(IQueueStore inner) : IQueueStore
{
    private int _received;
    private int _hidden;

    /// <summary>Requests for messages that were answered.</summary>
    public int Received => Volatile.Read(ref _received);

    /// <summary>Messages that were hidden again or shown.</summary>
    public int Hidden => Volatile.Read(ref _hidden);

    public async ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan lease, CancellationToken cancellationToken)
    {
        var messages = await inner.ReceiveAsync(queue, count, lease, cancellationToken);
        Interlocked.Increment(ref _received);
        return messages;
    }

    public async ValueTask<string?> HideAsync(
        string queue, string messageId, string popReceipt, TimeSpan hidden, CancellationToken cancellationToken)
    {
        var receipt = await inner.HideAsync(queue, messageId, popReceipt, hidden, cancellationToken);
        Interlocked.Increment(ref _hidden);
        return receipt;
    }

    public ValueTask CreateIfMissingAsync(string queue, CancellationToken cancellationToken) =>
        inner.CreateIfMissingAsync(queue, cancellationToken);

    public ValueTask DeleteAsync(string queue, string messageId, string popReceipt, CancellationToken cancellationToken) =>
        inner.DeleteAsync(queue, messageId, popReceipt, cancellationToken);

    public ValueTask SendAsync(string queue, BinaryData body, CancellationToken cancellationToken) =>
        inner.SendAsync(queue, body, cancellationToken);

    public ValueTask<int> CountAsync(string queue, CancellationToken cancellationToken) => inner.CountAsync(queue, cancellationToken);
}
