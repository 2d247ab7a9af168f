using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>A queue as the host uses it: messages are received in batches and deleted one by one.</summary>
internal sealed class BareQueue(QueueClient queue, int messageLength) : IDisposable
{
    /// <summary>batchSize of host.json.</summary>
    private const int BatchSize = 16;

    private readonly SemaphoreSlim _one = new(1);
    private readonly Queue<QueueMessage> _received = new();

    public Task CreateAsync(CancellationToken cancellationToken) => queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public async Task SendAsync(CancellationToken cancellationToken) =>
        await queue.SendMessageAsync(new string('m', messageLength), cancellationToken);

    /// <summary>Whoever comes sent a message before, so there is one for each.</summary>
    public async Task<QueueMessage> ReceiveAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            while (_received.Count == 0)
            {
                QueueMessage[] batch = await queue.ReceiveMessagesAsync(BatchSize, TimeSpan.FromMinutes(5), cancellationToken);
                Array.ForEach(batch, _received.Enqueue);
            }

            return _received.Dequeue();
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    public async Task DeleteAsync(QueueMessage message, CancellationToken cancellationToken) =>
        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
}
