using System.Runtime.CompilerServices;
using Azure.Storage.Queues;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Ingestion.Operations;

/// <summary>Shows the queue messages in quarantine and sends them to their queues again.</summary>
public sealed class MessageRequeuer(QuarantineStore quarantine, QueueServiceClient queues)
{
    public async IAsyncEnumerable<MessageView> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var kept in quarantine.MessagesAsync(cancellationToken))
        {
            if (await quarantine.TryReadMessageAsync(kept, cancellationToken) is { } body)
            {
                yield return new MessageView(kept.Queue, kept.Id, kept.At, body.ToString());
            }
        }
    }

    /// <summary>
    /// One result for each, while it goes on. A message leaves quarantine after it was sent: whoever dies in between sends it
    /// twice, which every consumer bears. One that is still no good comes back.
    /// </summary>
    public async IAsyncEnumerable<ArticleResult> RequeueAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // All names first: what comes back meanwhile is for the next call.
        foreach (var kept in await quarantine.MessagesAsync(cancellationToken).ToListAsync(cancellationToken))
        {
            var name = $"message {kept.Id} of {kept.Queue}";
            if (!PipelineMap.Queues.Contains(kept.Queue))
            {
                yield return new ArticleResult(null, name, Done: false, "The pipeline has no such queue (any more).");
            }
            else if (await quarantine.TryReadMessageAsync(kept, cancellationToken) is { } body)
            {
                await queues.GetQueueClient(kept.Queue).SendMessageAsync(body, timeToLive: StageQueues.Forever, cancellationToken: cancellationToken);
                await quarantine.RemoveMessageAsync(kept, cancellationToken);
                yield return new ArticleResult(null, name, Done: true, "Sent again.");
            }
        }
    }
}
