using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>
/// Merges a cluster with the one that its canonical article stands in, should this be another: what is left when one of two
/// deliveries founded a cluster and crashed, while the other, which saw nothing of that, joined another.
/// <code>
///  document ─┬─ 1 where does the article stand that leads its cluster? ── elsewhere: merge
///            │                                                        └── not judged yet: create k:, so that 2 finds it
///            └─ 2 does its article lead a cluster of its own id (k:), and stands in another? ── merge
/// </code>
/// The member writes k: and then looks for the verdict; the founder has its verdict written, and then looks for k:. So one of the
/// two sees the other. Costs a copy's document two reads of 1 RU, and a founder's none.
/// </summary>
internal sealed class ClusterReunion(IFingerprintStore store, ClusterDirectory clusters)
{
    /// <param name="articleId">Whose document it is.</param>
    /// <param name="clusterId">The cluster that the document names.</param>
    /// <param name="isCanonical">True when the document says that it leads it.</param>
    /// <param name="state">What became of that cluster; null for nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What became of it then, and the cluster that was merged into another just now.</returns>
    public async ValueTask<(ClusterState? State, string? Absorbed)> ReuniteAsync(
        string articleId, string clusterId, bool isCanonical, ClusterState? state, CancellationToken cancellationToken)
    {
        // 1. Whoever was elected had that written down before, so of those only the one that is told otherwise looks.
        var leader = state is null ? clusterId : state.CanonicalId;
        if (leader is not null && leader != articleId && (isCanonical || leader == (state?.Id ?? clusterId)))
        {
            var judged = await JudgedAsync(leader, cancellationToken);
            if (judged is null && state is null && await JudgedAsync(articleId, cancellationToken) is { } own)
            {
                await clusters.HoldAsync(clusterId, own.FoundedAt, cancellationToken);
                state = await clusters.ResolveAsync(clusterId, own.FoundedAt, cancellationToken);
                judged = await JudgedAsync(leader, cancellationToken);
            }

            if (judged is not null && judged.Verdict.ClusterId != clusterId && judged.Verdict.ClusterId != state?.Id)
                return await MergeAsync(
                    state ?? await clusters.ResolveAsync(clusterId, judged.CrawledAt, cancellationToken), judged, cancellationToken);
        }

        // 2. An operator's split is no such cluster: its id is another.
        if (articleId != clusterId && clusterId != ClusterItem.SplitIdOf(articleId)
            && await clusters.TryResolveAsync(articleId, cancellationToken) is { } founded
            && founded.Id == articleId && founded.CanonicalId == articleId
            && await JudgedAsync(articleId, cancellationToken) is { } verdict && verdict.Verdict.ClusterId != articleId)
            return await MergeAsync(founded, verdict, cancellationToken);
        return (state, null);
    }

    private async ValueTask<(ClusterState? State, string? Absorbed)> MergeAsync(
        ClusterState cluster, JudgedContent judged, CancellationToken cancellationToken)
    {
        var other = await clusters.ResolveAsync(judged.Verdict.ClusterId, judged.FoundedAt, cancellationToken);
        if (other.Id == cluster.Id)
            return (other, null);
        await clusters.MergeAsync((cluster.Id, cluster.FoundedAt), (other.Id, other.FoundedAt), cancellationToken);
        // Not when an operator keeps the two apart.
        var state = await clusters.ResolveAsync(cluster.Id, cluster.FoundedAt, cancellationToken);
        var after = await clusters.ResolveAsync(other.Id, other.FoundedAt, cancellationToken);
        return (state, state.Id != after.Id ? null : state.Id == cluster.Id ? other.Id : cluster.Id);
    }

    /// <summary>The latest verdict on the article; null while it has none, and for one that an operator took out.</summary>
    private async ValueTask<JudgedContent?> JudgedAsync(string articleId, CancellationToken cancellationToken) =>
        await store.ReadAsync(VerdictItem.IdOf(articleId), cancellationToken) is VerdictItem { Correction: null, Contents: [.., var latest] }
            ? latest
            : null;
}
