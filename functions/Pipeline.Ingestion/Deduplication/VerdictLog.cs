using Microsoft.Extensions.Options;
using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Matching;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>Keeps the verdict on every content that an article has had: the last thing written, and the first one read.</summary>
internal sealed class VerdictLog(IFingerprintStore store, IOptions<DeduplicationOptions> options, TimeProvider time)
{
    /// <summary>Versions of one blob that are remembered.</summary>
    private const int MaxContents = 16;

    public async ValueTask<VerdictItem?> ReadAsync(string articleId, CancellationToken cancellationToken) =>
        (VerdictItem?)await store.ReadAsync(VerdictItem.IdOf(articleId), cancellationToken);

    /// <summary>The verdict given on the subject's content before.</summary>
    public static JudgedContent? Find(VerdictItem? judged, Subject subject) =>
        judged?.Contents.FirstOrDefault(content => content.Verdict.ContentHash == subject.ContentHash);

    /// <summary>
    /// Writes down that clusters are about to elect the article, or to be merged. False when its verdicts changed since
    /// <paramref name="judged"/> was read.
    /// </summary>
    public ValueTask<bool> IntendAsync(
        Subject subject, VerdictItem? judged, IReadOnlyList<EnteredCluster> ties, CancellationToken cancellationToken)
    {
        var item = (judged ?? new VerdictItem { Id = VerdictItem.IdOf(subject.ArticleId), Contents = [] }) with
        {
            TimeToLive = TimeToLive(judged),
            WrittenAt = time.GetUtcNow(),
            Ties = ties,
        };
        return judged is null ? store.CreateAsync(item, cancellationToken) : store.ReplaceAsync(item, cancellationToken);
    }

    /// <summary>
    /// Writes down that a cluster is about to be merged with that of the verdicts, or, with null, that it was. False when they changed
    /// since <paramref name="judged"/> was read.
    /// </summary>
    public ValueTask<bool> MarkMergeAsync(VerdictItem judged, EnteredCluster? merging, CancellationToken cancellationToken) =>
        store.ReplaceAsync(judged with { Merging = merging }, cancellationToken);

    private int TimeToLive(VerdictItem? judged) =>
        judged?.Correction is null ? (int)options.Value.Memory.TotalSeconds : VerdictItem.Forever;

    /// <summary>Null when another version of the article was judged since <paramref name="judged"/> was read.</summary>
    public async ValueTask<DuplicateVerdict?> WriteAsync(
        Subject subject, VerdictItem? judged, Standing standing, ClusterState cluster, RevisionHistory history,
        CancellationToken cancellationToken)
    {
        var contents = judged?.Contents ?? [];
        var match = await CopiesAsync(subject, standing, cluster, cancellationToken) ? standing.Match : null;
        var verdict = Verdict(subject, standing, match, cluster, Merged(subject, contents, history)) with
        {
            Absorbed = Absorbed(subject, judged, standing, cluster),
        };
        var content = new JudgedContent { Verdict = verdict, CrawledAt = subject.Request.CrawledAt, FoundedAt = cluster.FoundedAt };
        var item = new VerdictItem
        {
            Id = VerdictItem.IdOf(subject.ArticleId),
            ETag = judged?.ETag,
            TimeToLive = TimeToLive(judged),
            WrittenAt = time.GetUtcNow(),
            Correction = judged?.Correction,
            Merging = judged?.Merging,
            Contents = [.. contents.Append(content).OrderBy(known => known.CrawledAt).TakeLast(MaxContents)],
        };
        var written = judged is null
            ? await store.CreateAsync(item, cancellationToken)
            : await store.ReplaceAsync(item, cancellationToken);
        return written ? verdict : null;
    }

    /// <summary>Versions of the blob count where its URL tells of none.</summary>
    private static RevisionHistory Merged(Subject subject, IReadOnlyList<JudgedContent> contents, RevisionHistory history)
    {
        if (contents.Count == 0)
            return history;
        var at = subject.Request.CrawledAt;
        var first = contents[0].Verdict;
        return new RevisionHistory(
            Math.Max(history.Revision, contents.Where(content => content.CrawledAt <= at).Select(content => content.Verdict.Revision + 1).DefaultIfEmpty(1).Max()),
            history.Revision > 1 ? history.FirstArticleId : first.RevisionOf ?? subject.ArticleId,
            history.IsLatest && contents.All(content => content.CrawledAt <= at),
            contents.Select(content => content.Verdict.FirstSeen).Append(history.FirstSeen).Min(),
            contents.Select(content => content.CrawledAt).Append(history.LastSeen).Max());
    }

    /// <summary>
    /// A founder that met another is its copy only when its cluster gave way, and then it points to the founder of the one
    /// that stands, whose id is smaller, unless that one was found to be a copy of this one meanwhile: so that references to
    /// what is copied never lead in a circle.
    /// </summary>
    private async ValueTask<bool> CopiesAsync(
        Subject subject, Standing standing, ClusterState cluster, CancellationToken cancellationToken)
    {
        if (standing.Match is null || standing.By == EvidenceKind.Blob)
            return standing.Match is not null;
        // It may have founded it by another delivery, of which this one saw nothing.
        if (cluster.Id == subject.ArticleId)
            return false;
        if (!standing.Founded)
            return true;
        var root = await ReadAsync(cluster.Id, cancellationToken);
        return root is null || root.Contents.All(content => content.Verdict.Of != subject.ArticleId);
    }

    /// <summary>The clusters that gave way when this judgement merged some.</summary>
    private static List<string>? Absorbed(Subject subject, VerdictItem? judged, Standing standing, ClusterState cluster)
    {
        var merged = (judged?.Ties ?? []).Select(tie => tie.ClusterId).Append(standing.ClusterId);
        if (standing.Founded && standing.Match is not null)
            merged = merged.Append(subject.ArticleId);
        var all = merged.Distinct(StringComparer.Ordinal).ToList();
        return all.Count == 1 ? null : [.. all.Where(id => id != cluster.Id)];
    }

    private static DuplicateVerdict Verdict(
        Subject subject, Standing standing, Match? match, ClusterState cluster, RevisionHistory history)
    {
        var similarity = match?.Similarity;
        var canonical = cluster.CanonicalId == subject.ArticleId;
        return new DuplicateVerdict
        {
            AlgorithmVersion = Fingerprint.AlgorithmVersion,
            ContentHash = subject.ContentHash,
            Kind = match?.Kind ?? DuplicateKind.None,
            Of = match is { Kind: not DuplicateKind.Update } && standing.Founded ? cluster.Id : match?.ArticleId,
            Containment = similarity?.Containment,
            Jaccard = similarity?.Jaccard,
            Evidence = new DuplicateEvidence
            {
                By = match is null && standing.Match is not null ? EvidenceKind.Nothing : standing.By,
                ComparedWith = similarity is null ? null : match?.ArticleId,
                FrameContainment = similarity?.FrameContainment,
                Strange = similarity?.Strange,
                SharedHashes = similarity?.Shared,
                ComparedHashes = similarity?.Sampled,
                Threshold = similarity?.Threshold,
            },
            ClusterId = cluster.Id,
            IsCanonical = canonical,
            Displaces = canonical ? cluster.FormerCanonicalId : null,
            Revision = history.Revision,
            RevisionOf = history.Revision > 1 ? history.FirstArticleId : null,
            IsLatestRevision = history.IsLatest,
            FirstSeen = history.FirstSeen,
            LastSeen = history.LastSeen,
        };
    }
}
