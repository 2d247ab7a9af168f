using Microsoft.Extensions.Options;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>
/// Which cluster a cluster id stands for now, and which of its articles is canonical: the earliest crawled, the smallest id
/// among equals. Both are minima, so the order of arrivals does not matter.
/// </summary>
internal sealed class ClusterDirectory(IFingerprintStore store, IOptions<DeduplicationOptions> options, TimeProvider time)
{
    /// <summary>Follows merges, which always lead to a smaller id.</summary>
    public async ValueTask<ClusterState> ResolveAsync(
        string clusterId, DateTimeOffset foundedAt, CancellationToken cancellationToken) =>
        await TryResolveAsync(clusterId, cancellationToken) ?? StateOf(clusterId, foundedAt, null);

    /// <summary>Null when nothing has become of the cluster since it was founded, or all is forgotten.</summary>
    public async ValueTask<ClusterState?> TryResolveAsync(string clusterId, CancellationToken cancellationToken)
    {
        ClusterState? state = null;
        while (await ReadAsync(clusterId, cancellationToken) is { } item)
        {
            if (item.MergedInto is not { } next)
                return StateOf(clusterId, default, item);
            if (item.ElectionDue)
                await CarryUpAsync(clusterId, next, item, cancellationToken);
            state = StateOf(next, item.IntoFoundedAt, null);
            clusterId = next;
        }

        return state;
    }

    /// <summary>An item lives on as long as somebody asks for it: what was merged must not come apart while copies arrive.</summary>
    private async ValueTask<ClusterItem?> ReadAsync(string clusterId, CancellationToken cancellationToken)
    {
        var item = (ClusterItem?)await store.ReadAsync(ClusterItem.IdOf(clusterId), cancellationToken);
        var now = time.GetUtcNow();
        if (item is { TimeToLive: > 0 } && now - item.WrittenAt > options.Value.Memory)
            await store.ReplaceAsync(item with { WrittenAt = now }, cancellationToken);
        return item;
    }

    /// <summary>Adds an article to a cluster; it becomes canonical when it was crawled before the one that is.</summary>
    public async ValueTask<ClusterState> JoinAsync(
        string clusterId, DateTimeOffset foundedAt, Candidate article, CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = await ResolveAsync(clusterId, foundedAt, cancellationToken);
            if (!article.Precedes(state))
                return state;
            var item = await store.ChangeAsync<ClusterItem>(
                ClusterItem.IdOf(state.Id), current => Elect(state, current, article), cancellationToken);
            if (item is { MergedInto: null })
                return StateOf(state.Id, article.CrawledAt, item);
        }
    }

    /// <summary>Makes one cluster of two, unless an operator keeps them apart.</summary>
    public async ValueTask<ClusterState> MergeAsync(
        (string Id, DateTimeOffset FoundedAt) first, (string Id, DateTimeOffset FoundedAt) second, CancellationToken cancellationToken)
    {
        while (true)
        {
            var one = await ResolveAsync(first.Id, first.FoundedAt, cancellationToken);
            var other = await ResolveAsync(second.Id, second.FoundedAt, cancellationToken);
            // The later look: on the way to it the canonical article of the merged one may have been elected.
            if (one.Id == other.Id)
                return other;
            var (root, rest) = string.CompareOrdinal(one.Id, other.Id) < 0 ? (one, other) : (other, one);
            var merged = await store.ChangeAsync<ClusterItem>(
                ClusterItem.IdOf(rest.Id), current => Merge(rest, root.Id, root.FoundedAt, current), cancellationToken);
            if (merged?.MergedInto is null)
                return one;
        }
    }

    /// <summary>Writes down what an absent item says: its founder, not judged yet, leads the cluster. So whoever looks there finds that it has members.</summary>
    public ValueTask<bool> HoldAsync(string clusterId, DateTimeOffset foundedAt, CancellationToken cancellationToken) =>
        store.CreateAsync(
            New(clusterId) with { WrittenAt = time.GetUtcNow(), CanonicalId = clusterId, CanonicalCrawledAt = foundedAt },
            cancellationToken);

    /// <summary>Lets the canonical article of a merged cluster stand for election in the one that it is part of now.</summary>
    private async ValueTask CarryUpAsync(string clusterId, string into, ClusterItem merged, CancellationToken cancellationToken)
    {
        await JoinAsync(into, merged.IntoFoundedAt, Candidate.Of(StateOf(clusterId, default, merged)), cancellationToken);
        await store.ReplaceAsync(merged with { ElectionDue = false }, cancellationToken);
    }

    private ClusterItem? Elect(ClusterState known, ClusterItem? current, Candidate article)
    {
        var state = StateOf(known.Id, known.FoundedAt, current);
        if (current?.MergedInto is not null || !article.Precedes(state))
            return null;
        return (current ?? New(known.Id)) with
        {
            WrittenAt = time.GetUtcNow(),
            CanonicalId = article.ArticleId,
            CanonicalCrawledAt = article.CrawledAt,
            FormerCanonicalId = state.CanonicalId ?? current?.FormerCanonicalId,
        };
    }

    private ClusterItem? Merge(ClusterState rest, string root, DateTimeOffset rootFoundedAt, ClusterItem? current)
    {
        if (current?.MergedInto is not null || current?.Apart.Contains(root) == true)
            return null;
        return (current ?? New(rest.Id) with { CanonicalId = rest.CanonicalId, CanonicalCrawledAt = rest.CanonicalCrawledAt }) with
        {
            WrittenAt = time.GetUtcNow(),
            MergedInto = root,
            ElectionDue = true,
            IntoFoundedAt = rootFoundedAt,
        };
    }

    private ClusterItem New(string id) => new() { Id = ClusterItem.IdOf(id), TimeToLive = (int)(2 * options.Value.Memory).TotalSeconds };

    private static ClusterState StateOf(string id, DateTimeOffset foundedAt, ClusterItem? item) => item is null
        ? new ClusterState(id, id, foundedAt, null)
        : new ClusterState(id, item.CanonicalId, item.CanonicalCrawledAt, item.FormerCanonicalId) { IsKeptApart = item.Apart.Count > 0 };
}
