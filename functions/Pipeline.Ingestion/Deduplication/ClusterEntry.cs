using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Matching;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>
/// Brings an article into the cluster in which it was placed.
/// <code>
///  merge what an unfinished judgement left
///     |
///  look at the cluster ── nothing to change: done, for one read
///     |
///  v:  write down which clusters are tied ── changed meanwhile: not entered
///     |
///  k:  elect the article, or merge its own cluster ── merge the other copy's
/// </code>
/// </summary>
internal sealed class ClusterEntry(ClusterDirectory clusters, VerdictLog verdicts)
{
    /// <summary>
    /// Not entered when the article's verdicts changed meanwhile. Before a cluster elects the article or is merged with another, that
    /// is written down where every delivery looks first: one that crashes then may find another copy when it comes again, or none.
    /// </summary>
    public async ValueTask<(ClusterState Cluster, VerdictItem? Judged, bool Entered)> EnterAsync(
        Subject subject, VerdictItem? judged, Standing standing, Known known, CancellationToken cancellationToken)
    {
        var article = new Candidate(subject.ArticleId, subject.Request.CrawledAt);
        if (judged is { Ties: { } tied, Correction: null })
            foreach (var tie in tied.Where(tie => tie.ClusterId != standing.ClusterId))
                await clusters.MergeAsync((tie.ClusterId, tie.FoundedAt), (standing.ClusterId, standing.FoundedAt), cancellationToken);
        var merges = standing is { Match: not null, Founded: true } && standing.ClusterId != subject.ArticleId;
        // Nobody can have entered a cluster that began with this judgement; one that began with a crashed one may have members.
        if (standing.Match is null && standing.By == EvidenceKind.Nothing && !known.HasFounded(subject.ArticleId) && judged?.Ties is null)
            return (new ClusterState(standing.ClusterId, subject.ArticleId, subject.Request.CrawledAt, null), judged, true);
        var state = await clusters.ResolveAsync(standing.ClusterId, standing.FoundedAt, cancellationToken);
        var other = await OtherAsync(standing, state, cancellationToken);
        if (!merges && other is null && !article.Precedes(state))
            return (state, judged, true);
        var (ties, written) = Ties(judged, standing, other);
        if (!written)
        {
            if (!await verdicts.IntendAsync(subject, judged, ties, cancellationToken))
                return (state, judged, false);
            judged = await verdicts.ReadAsync(subject.ArticleId, cancellationToken);
            if (VerdictLog.Find(judged, subject) is not null || judged?.Ties?.SequenceEqual(ties) != true)
                return (state, judged, false);
        }

        state = merges
            ? await clusters.MergeAsync((subject.ArticleId, article.CrawledAt), (standing.ClusterId, standing.FoundedAt), cancellationToken)
            : await clusters.JoinAsync(standing.ClusterId, standing.FoundedAt, article, cancellationToken);
        if (other is not null)
            state = await clusters.MergeAsync((other.ClusterId, other.FoundedAt), (standing.ClusterId, standing.FoundedAt), cancellationToken);
        return (state, judged, true);
    }

    /// <summary>The cluster of the other copy, unless it is the same one by now, or an operator keeps something apart from either.</summary>
    private async ValueTask<EnteredCluster?> OtherAsync(Standing standing, ClusterState state, CancellationToken cancellationToken)
    {
        if (standing.Other is not { } other || state.IsKeptApart)
            return null;
        var there = await clusters.ResolveAsync(other.ClusterId, other.FoundedAt, cancellationToken);
        return there.Id == state.Id || there.IsKeptApart ? null : new EnteredCluster(other.ClusterId, other.FoundedAt);
    }

    /// <summary>What must be written down before clusters are changed, and whether it is: where one is, the others were merged with it.</summary>
    private static (List<EnteredCluster> Ties, bool Written) Ties(VerdictItem? judged, Standing standing, EnteredCluster? other)
    {
        List<EnteredCluster> ties = [.. judged?.Ties ?? []];
        var written = ties.Count > 0 && (other is null || ties.Contains(other));
        foreach (var tie in (EnteredCluster?[])[new(standing.ClusterId, standing.FoundedAt), other])
            if (!written && tie is not null && !ties.Contains(tie))
                ties.Add(tie);
        return (ties, written);
    }
}
