using Pipeline.Local.Hosting.Queues;

namespace Pipeline.Local.Hosting.Blobs;

/// <summary>Tells a queue of deleted blobs, as an Event Grid subscription does that delivers to one.</summary>
internal sealed class BlobDeletions(IQueueStore queues, string queue, Func<string, BinaryData> message)
{
    public Task TellAsync(string blob, CancellationToken cancellationToken) =>
        queues.SendAsync(queue, message(blob), cancellationToken).AsTask();
}
