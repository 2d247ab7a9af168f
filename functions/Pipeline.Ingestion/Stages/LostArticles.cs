using Microsoft.Extensions.Logging;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Ingestion.Stages;

/// <summary>
/// The net under the queues. What stands in work/ and was not touched for a long time either waits for a retry or lost
/// its message; its message is sent again, and a message too many does no harm.
/// </summary>
public sealed partial class LostArticles(WorkStore work, StageQueues queues, TimeProvider time, ILogger<LostArticles> logger)
{
    /// <summary>Longer than any back-off between two tries, so that what merely waits is rarely met.</summary>
    private static readonly TimeSpan Untouched = TimeSpan.FromMinutes(30);

    public async Task ResendAsync(CancellationToken cancellationToken)
    {
        var instant = time.GetUtcNow() - Untouched;
        await foreach (var article in work.ListAsync(cancellationToken))
        {
            var articleId = article.ArticleId;
            if (!article.IsUntouchedSince(instant) || await work.TryReadAsync(articleId, cancellationToken) is not { State: { } state })
            {
                continue;
            }

            Log.Resending(logger, articleId, state.Next);
            await queues.SendAsync(StageMessage.For(state), cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(400, LogLevel.Warning, "{ArticleId} was in flight untouched for long; its message for {Stage} is sent again.")]
        public static partial void Resending(ILogger logger, string articleId, Stage stage);
    }
}
