using Microsoft.Extensions.Options;
using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Matching;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>Keeps which contents were seen under a canonical URL, in the order of their crawls.</summary>
internal sealed class RevisionLog(IFingerprintStore store, IOptions<DeduplicationOptions> options, TimeProvider time)
{
    /// <summary>More than contention on one URL can use up.</summary>
    private const int MaxTries = 8;

    /// <summary>
    /// Adds the subject's content, unless it is there. Null when other contents came in since <paramref name="known"/> was
    /// read, for then the verdict must be thought over; but that of an exact copy does not rest on the URL.
    /// </summary>
    public async ValueTask<RevisionHistory?> RecordAsync(
        Subject subject, Standing standing, AddressItem? known, ClusterState cluster, CancellationToken cancellationToken)
    {
        if (subject.UrlHash is not { } hash)
            return new RevisionHistory(1, subject.ArticleId, true, subject.Request.CrawledAt, subject.Request.CrawledAt);
        var seen = new SeenRevision(subject.ArticleId, subject.ContentHash, cluster.Id, cluster.FoundedAt, subject.Request.CrawledAt);
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (known is not null && PlaceOf(subject, known) >= 0)
                return HistoryOf(subject, known);
            var changed = Append(known, AddressItem.IdOf(hash), seen);
            var written = known is null
                ? await store.CreateAsync(changed, cancellationToken)
                : await store.ReplaceAsync(changed, cancellationToken);
            if (written)
                return HistoryOf(subject, changed);
            if (standing.Kind != DuplicateKind.Exact)
                return null;
            known = (AddressItem?)await store.ReadAsync(changed.Id, cancellationToken);
        }

        return null;
    }

    private AddressItem Append(AddressItem? known, string id, SeenRevision seen)
    {
        var revisions = (known?.Revisions ?? [])
            .Append(seen)
            .OrderBy(revision => revision.CrawledAt)
            .ThenBy(revision => revision.ArticleId, StringComparer.Ordinal)
            .ToList();
        var surplus = Math.Max(0, revisions.Count - AddressItem.MaxRevisions);
        revisions.RemoveRange(1, surplus);
        return new AddressItem
        {
            Id = id,
            ETag = known?.ETag,
            TimeToLive = (int)options.Value.Memory.TotalSeconds,
            WrittenAt = time.GetUtcNow(),
            Revisions = revisions,
            Omitted = (known?.Omitted ?? 0) + surplus,
        };
    }

    private static int PlaceOf(Subject subject, AddressItem address)
    {
        for (var index = 0; index < address.Revisions.Count; index++)
            if (address.Revisions[index].ContentHash == subject.ContentHash)
                return index;
        return -1;
    }

    private static RevisionHistory HistoryOf(Subject subject, AddressItem address)
    {
        var place = Math.Max(0, PlaceOf(subject, address));
        var revisions = address.Revisions;
        return new RevisionHistory(
            place == 0 ? 1 : place + 1 + address.Omitted,
            revisions[0].ArticleId,
            place == revisions.Count - 1,
            revisions[0].CrawledAt,
            Later(revisions[^1].CrawledAt, subject.Request.CrawledAt));
    }

    private static DateTimeOffset Later(DateTimeOffset first, DateTimeOffset second) => first > second ? first : second;
}
