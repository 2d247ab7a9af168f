using System.Runtime.CompilerServices;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Ingestion.Operations;

/// <summary>
/// Sends articles that wait for a later day on their way now, as after the day's budget was raised. What the budget still does
/// not cover waits again. The message that was hidden until then comes as well, and finds its stage done.
/// </summary>
public sealed class Releaser(WorkStore work, StageQueues queues, TimeProvider time)
{
    /// <param name="cancellationToken">Stops between two articles.</param>
    /// <returns>One result for each, while it goes on.</returns>
    public async IAsyncEnumerable<ArticleResult> ReleaseAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var article in work.ListAsync(cancellationToken))
        {
            if (article.DeferredUntil > now && await work.TryReadAsync(article.ArticleId, cancellationToken) is { } stored)
            {
                yield return await ReleaseAsync(stored, cancellationToken);
            }
        }
    }

    private async Task<ArticleResult> ReleaseAsync(StoredState stored, CancellationToken cancellationToken)
    {
        var state = stored.State with { DeferredUntil = null };
        var name = state.Provenance.Name;

        // The state first: should the message get lost, the search for lost ones then finds the article.
        if (!await work.TryReplaceAsync(state, stored.ETag, cancellationToken))
        {
            return new ArticleResult(state.ArticleId, name, Done: false, "It is on its way already.");
        }

        await queues.SendAsync(StageMessage.For(state), cancellationToken);
        return new ArticleResult(state.ArticleId, name, Done: true, $"Goes on at {state.Next}.");
    }
}
