using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Pipeline.Local.Hosting.Queues;

/// <summary>Queues of a storage account or of Azurite.</summary>
internal sealed class AzureQueueStore(QueueServiceClient service) : IQueueStore
{
    private readonly ConcurrentDictionary<string, QueueClient> _clients = new(StringComparer.Ordinal);

    public async ValueTask CreateIfMissingAsync(string queue, CancellationToken cancellationToken) =>
        await Client(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public async ValueTask<IReadOnlyList<QueueMessage>> ReceiveAsync(
        string queue, int count, TimeSpan lease, CancellationToken cancellationToken) =>
        (await Client(queue).ReceiveMessagesAsync(count, lease, cancellationToken)).Value;

    public async ValueTask<string?> HideAsync(
        string queue, string messageId, string popReceipt, TimeSpan hidden, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await Client(queue).UpdateMessageAsync(
                messageId, popReceipt, visibilityTimeout: hidden, cancellationToken: cancellationToken);
            return receipt.Value.PopReceipt;
        }
        catch (RequestFailedException error) when (IsNoLongerOurs(error))
        {
            return null;
        }
    }

    public async ValueTask DeleteAsync(string queue, string messageId, string popReceipt, CancellationToken cancellationToken)
    {
        try
        {
            await Client(queue).DeleteMessageAsync(messageId, popReceipt, cancellationToken);
        }
        catch (RequestFailedException error) when (IsNoLongerOurs(error))
        {
            // Delivered again meanwhile: whoever holds it now will delete it.
        }
    }

    public async ValueTask SendAsync(string queue, BinaryData body, CancellationToken cancellationToken)
    {
        try
        {
            await Client(queue).SendMessageAsync(body, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException error) when (error.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await CreateIfMissingAsync(queue, cancellationToken);
            await Client(queue).SendMessageAsync(body, cancellationToken: cancellationToken);
        }
    }

    public async ValueTask<int> CountAsync(string queue, CancellationToken cancellationToken) =>
        (await Client(queue).GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;

    private static bool IsNoLongerOurs(RequestFailedException error) =>
        error.ErrorCode == QueueErrorCode.MessageNotFound || error.ErrorCode == QueueErrorCode.PopReceiptMismatch;

    private QueueClient Client(string queue) => _clients.GetOrAdd(queue, service.GetQueueClient);
}
