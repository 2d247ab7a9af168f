using System.Runtime.CompilerServices;
using Pipeline.Ingestion.Quarantine;

namespace Pipeline.Ingestion.Operations;

/// <summary>Finds articles in quarantine.</summary>
public sealed class QuarantineReader(QuarantineStore store)
{
    /// <summary>By id. Only what the labels let pass is read.</summary>
    public async IAsyncEnumerable<KeptArticle> FindAsync(
        QuarantineFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in IdsAsync(filter, cancellationToken))
        {
            if (await store.TryReadAsync(id, cancellationToken) is { } kept && filter.Matches(kept.Record))
            {
                yield return kept;
            }
        }
    }

    // Named ones need no listing.
    private async IAsyncEnumerable<string> IdsAsync(
        QuarantineFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (filter.Ids.Count > 0)
        {
            foreach (var id in filter.Ids.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                yield return id.ToLowerInvariant();
            }

            yield break;
        }

        await foreach (var label in store.LabelsAsync(cancellationToken))
        {
            if (filter.Matches(label))
            {
                yield return label.ArticleId;
            }
        }
    }
}
