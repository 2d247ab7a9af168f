using Azure.Storage.Queues.Models;

namespace Pipeline.Local.Hosting.Queues;

/// <summary>All that the host does to queues. Each call is one effect, so a test can stop the host between any two.</summary>
internal interface IQueueStore
{
    ValueTask CreateIfMissingAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Takes up to <paramref name="count"/> messages and hides them for <paramref name="lease"/>.</summary>
    ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(string queue, int count, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Hides a message for <paramref name="hidden"/> from now on, or shows it with zero.</summary>
    /// <returns>The pop receipt that is valid from now on; null when the message is no longer ours.</returns>
    ValueTask<string?> HideAsync(
        string queue, string messageId, string popReceipt, TimeSpan hidden, CancellationToken cancellationToken);

    /// <summary>No error when the message is no longer ours: then it was or will be delivered again.</summary>
    ValueTask DeleteAsync(string queue, string messageId, string popReceipt, CancellationToken cancellationToken);

    /// <summary>Creates the queue when it is missing.</summary>
    ValueTask SendAsync(string queue, BinaryData body, CancellationToken cancellationToken);

    /// <summary>Hidden messages count too.</summary>
    ValueTask<int> CountAsync(string queue, CancellationToken cancellationToken);
}
