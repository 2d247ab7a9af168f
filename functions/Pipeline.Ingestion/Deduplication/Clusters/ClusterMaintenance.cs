using Microsoft.Extensions.Options;
using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Matching;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>What an operator does to clusters: take an article out for good, and let go of a deleted one.</summary>
public sealed class ClusterMaintenance
{
    /// <summary>Enough to find one that is not the article that leaves.</summary>
    private const int Successors = 2;

    private readonly IFingerprintStore _store;
    private readonly ClusterDirectory _clusters;
    private readonly IClusterMembers _members;
    private readonly ClusterProjection _projection;
    private readonly IOptions<DeduplicationOptions> _options;
    private readonly TimeProvider _time;

    internal ClusterMaintenance(
        IFingerprintStore store, ClusterDirectory clusters, IClusterMembers members, ClusterProjection projection,
        IOptions<DeduplicationOptions> options, TimeProvider time)
    {
        (_store, _clusters, _members) = (store, clusters, members);
        (_projection, _options, _time) = (projection, options, time);
    }

    /// <summary>
    /// Call after the document of an article was deleted: its cluster gets another canonical article, and the article itself
    /// will be judged anew should it come back. Its fingerprints stay, so that later copies still join the cluster.
    /// </summary>
    /// <returns>The cluster as it stands then; null when nothing is known of the article.</returns>
    public async ValueTask<ClusterState?> RetireAsync(string articleId, CancellationToken cancellationToken)
    {
        var id = VerdictItem.IdOf(articleId);
        if (await _store.ReadAsync(id, cancellationToken) is not VerdictItem { Contents: [.., var latest] })
            return null;
        var state = await LeaveAsync(articleId, latest.Verdict.ClusterId, latest.FoundedAt, cancellationToken);
        await _store.DeleteAsync(id, cancellationToken);
        return state;
    }

    /// <summary>
    /// Takes an article out of its cluster for good: into a cluster of its own, which its later copies join, and which no
    /// race merges with the old one. Repeating it changes nothing.
    /// </summary>
    /// <returns>The cluster that the article founds; null when it was never judged.</returns>
    public async ValueTask<string?> SplitAsync(string articleId, string title, string text, CancellationToken cancellationToken)
    {
        if (await _store.ReadAsync(VerdictItem.IdOf(articleId), cancellationToken)
            is not VerdictItem { Contents: [.., var latest] } judged)
            return null;
        if (judged.Correction is { } done)
            return done;

        // 1. The new cluster, kept apart from the old one. 2. The index. 3. The old one's next canonical article.
        // 4. The article's verdict, which makes it stick. 5. Its document.
        var left = await _clusters.ResolveAsync(latest.Verdict.ClusterId, latest.FoundedAt, cancellationToken);
        var own = ClusterItem.SplitIdOf(articleId);
        await KeepApartAsync(own, left.Id, new Candidate(articleId, latest.CrawledAt), cancellationToken);
        await KeepApartAsync(left.Id, own, Candidate.Of(left), cancellationToken);
        await PointAsync(articleId, Fingerprinter.Of(title, text), own, latest.CrawledAt, cancellationToken);
        await LeaveAsync(articleId, left.Id, latest.FoundedAt, cancellationToken);
        await _store.ChangeAsync<VerdictItem>(
            judged.Id, current => Corrected(current ?? judged, own), cancellationToken);
        await _members.SetAsync(new(articleId, left.Id, false, default), own, isCanonical: true, cancellationToken);
        return own;
    }

    /// <summary>Elects, then tells the elected one's document; the second also when a run before crashed between the two.</summary>
    private async ValueTask<ClusterState> LeaveAsync(
        string articleId, string clusterId, DateTimeOffset foundedAt, CancellationToken cancellationToken)
    {
        var state = await _clusters.ResolveAsync(clusterId, foundedAt, cancellationToken);
        if (state.CanonicalId == articleId)
        {
            await ElectAnotherAsync(articleId, state.Id, cancellationToken);
            state = await _clusters.ResolveAsync(state.Id, foundedAt, cancellationToken);
        }

        if (state.FormerCanonicalId == articleId && state.CanonicalId is { } elected)
            await _projection.SettleAsync(elected, state.Id, isCanonical: false, cancellationToken);
        return state;
    }

    private async ValueTask ElectAnotherAsync(string articleId, string clusterId, CancellationToken cancellationToken)
    {
        var members = await _members.FindAsync(clusterId, Successors, cancellationToken);
        var next = members.FirstOrDefault(member => member.Id != articleId);
        await _store.ChangeAsync<ClusterItem>(
            ClusterItem.IdOf(clusterId),
            current => current is not null && current.CanonicalId != articleId ? null : (current ?? New(clusterId)) with
            {
                WrittenAt = _time.GetUtcNow(),
                CanonicalId = next?.Id,
                CanonicalCrawledAt = next?.CrawledAt,
                FormerCanonicalId = articleId,
            },
            cancellationToken);
    }

    private async ValueTask KeepApartAsync(string clusterId, string other, Candidate canonical, CancellationToken cancellationToken) =>
        await _store.ChangeAsync<ClusterItem>(
            ClusterItem.IdOf(clusterId),
            current => current?.Apart.Contains(other) == true ? null
                : (current ?? New(clusterId) with { CanonicalId = canonical.ArticleId, CanonicalCrawledAt = canonical.CrawledAt }) with
                {
                    WrittenAt = _time.GetUtcNow(),
                    TimeToLive = VerdictItem.Forever,
                    Apart = [.. current?.Apart ?? [], other],
                },
            cancellationToken);

    /// <summary>Makes the article's content and the hashes that are free, or its own, lead to its new cluster.</summary>
    private async ValueTask PointAsync(
        string articleId, Fingerprint fingerprint, string clusterId, DateTimeOffset foundedAt, CancellationToken cancellationToken)
    {
        var content = new ContentItem
        {
            Id = ContentItem.IdOf(fingerprint.ContentHash), TimeToLive = VerdictItem.Forever, WrittenAt = _time.GetUtcNow(),
            ArticleId = articleId, ClusterId = clusterId, FoundedAt = foundedAt,
        };
        await _store.ChangeAsync<ContentItem>(content.Id, _ => content, cancellationToken);
        var wanted = _options.Value.Anchors;
        foreach (var hash in fingerprint.Sketch.Facts.Hashes.Take(_options.Value.Probes))
        {
            if (wanted == 0)
                return;
            var anchor = AnchorItem.Of(hash, articleId, fingerprint) with
            {
                TimeToLive = VerdictItem.Forever, WrittenAt = _time.GetUtcNow(), ClusterId = clusterId, FoundedAt = foundedAt,
            };
            var stored = await _store.ChangeAsync<AnchorItem>(
                anchor.Id, current => current is null || current.ArticleId == articleId ? anchor : null, cancellationToken);
            wanted -= stored?.ArticleId == articleId ? 1 : 0;
        }
    }

    private VerdictItem Corrected(VerdictItem judged, string clusterId) => judged with
    {
        TimeToLive = VerdictItem.Forever,
        WrittenAt = _time.GetUtcNow(),
        Correction = clusterId,
        Contents = [.. judged.Contents.Select(content => content with
        {
            Verdict = content.Verdict with
            {
                Kind = DuplicateKind.None, Of = null, ClusterId = clusterId, IsCanonical = true, Displaces = null, Absorbed = null,
                Evidence = new DuplicateEvidence { By = EvidenceKind.Operator },
            },
        })],
    };

    private ClusterItem New(string id) => new() { Id = ClusterItem.IdOf(id), TimeToLive = (int)(2 * _options.Value.Memory).TotalSeconds };
}
