namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>
/// Keeps clusterId and isCanonical of the stored documents equal to what the fingerprints say. A document is written with
/// what was known when its article was judged; whatever changes later reaches it here, from both sides:
/// <code>
///  a judgement changes a cluster  ->  ApplyAsync after its document is stored: patches the documents that stand already
///  a document is stored           ->  SettleAsync from the change feed: patches it when its cluster changed before that,
///                                     and merges two clusters that an article ties and nobody has (ClusterReunion)
/// </code>
/// Both may be repeated.
/// </summary>
public sealed class ClusterProjection
{
    private const int Page = 100;

    private readonly ClusterDirectory _clusters;
    private readonly ClusterReunion _reunion;
    private readonly IClusterMembers _members;

    internal ClusterProjection(ClusterDirectory clusters, ClusterReunion reunion, IClusterMembers members) =>
        (_clusters, _reunion, _members) = (clusters, reunion, members);

    /// <summary>Brings the other documents up to date with a verdict, which most verdicts do not ask for: then it costs nothing.</summary>
    public async ValueTask ApplyAsync(DuplicateVerdict verdict, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (verdict.Displaces is { } displaced)
            await SettleAsync(displaced, verdict.ClusterId, isCanonical: true, cancellationToken);
        foreach (var absorbed in verdict.Absorbed ?? [])
            await SettleAllAsync(absorbed, cancellationToken);
    }

    /// <summary>Corrects one document, told what it says now. Returns true when it had to be corrected.</summary>
    public async ValueTask<bool> SettleAsync(
        string articleId, string clusterId, bool isCanonical, CancellationToken cancellationToken)
    {
        var (state, absorbed) = await _reunion.ReuniteAsync(
            articleId, clusterId, isCanonical, await _clusters.TryResolveAsync(clusterId, cancellationToken), cancellationToken);
        if (absorbed is not null)
        {
            await SettleAllAsync(absorbed, cancellationToken);
            state = await _clusters.TryResolveAsync(clusterId, cancellationToken);
        }

        // Nothing became of the cluster, or it is forgotten: the document says all there is.
        if (state is null)
            return false;
        var shouldBe = state.CanonicalId == articleId;
        if (state.Id == clusterId && shouldBe == isCanonical)
            return false;
        await _members.SetAsync(new(articleId, clusterId, isCanonical, default), state.Id, shouldBe, cancellationToken);
        return true;
    }

    /// <summary>Corrects every document of a cluster, and those of the one that it is part of now that led this one until then.</summary>
    internal async ValueTask SettleAllAsync(string clusterId, CancellationToken cancellationToken)
    {
        bool changed;
        do
        {
            changed = false;
            // Those that were corrected leave the cluster, so the next page is the first one again.
            foreach (var member in await _members.FindAsync(clusterId, Page, cancellationToken))
                changed |= await SettleAsync(member.Id, member.ClusterId, member.IsCanonical, cancellationToken);
        }
        while (changed);
        if (await _clusters.TryResolveAsync(clusterId, cancellationToken) is { } root)
            foreach (var leader in await _members.FindLeadersAsync(root.Id, cancellationToken))
                await SettleAsync(leader.Id, leader.ClusterId, leader.IsCanonical, cancellationToken);
    }
}
