using System.Collections.Frozen;
using Azure.Storage.Queues;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion.Storage;

/// <summary>Sends the claim checks.</summary>
public sealed class StageQueues(QueueServiceClient queues, PipelineMetrics metrics)
{
    /// <summary>The longest that a queue keeps a message invisible.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);

    /// <summary>What waits is not lost after seven days, which is how long a message lives by default.</summary>
    internal static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly FrozenDictionary<Stage, QueueClient> _clients = PipelineMap.QueuedStages
        .ToFrozenDictionary(stage => stage, stage => queues.GetQueueClient(PipelineMap.QueueOf(stage)));

    public Task SendAsync(StageMessage message, CancellationToken cancellationToken) =>
        SendAsync(message, TimeSpan.Zero, cancellationToken);

    /// <param name="delay">How long the message stays invisible, up to 7 days.</param>
    public async Task SendAsync(StageMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        await _clients[message.Stage]
            .SendMessageAsync(message.ToJson(), visibilityTimeout: delay, timeToLive: Forever, cancellationToken);
        metrics.Sent(PipelineMap.QueueOf(message.Stage));
    }
}
