using Microsoft.Extensions.Options;
using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Matching;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>
/// Judges one article with a fixed number of store operations.
/// <code>
///  fold, hash, sketch
///     |
///  1. v:{article}                     judged before? the verdict, for one read
///  2. c: u: x: k: and 32 a: in one    the same content, URL, an operator's word, owners of its smallest hashes
///  3. choose: update | exact | near   else found a cluster: create anchors, ascending; a conflict may show a copy
///  4. k:{cluster}                     join or merge; elect the earliest crawled
///  5. c:{content}  u:{url}            what later arrivals find it by
///  6. v:{article}                     the verdict: done
/// </code>
/// Only creations and conditional replacements decide anything, and all of it may be repeated after a crash at any point.
/// </summary>
internal sealed class Deduplicator(
    IFingerprintStore store, AnchorIndex anchors, ClusterDirectory clusters, RevisionLog revisions, VerdictLog verdicts,
    IOptions<DeduplicationOptions> options, TimeProvider time) : IDeduplicator
{
    /// <summary>A judgement starts over when another version of the same document is judged meanwhile.</summary>
    private const int MaxTries = 8;

    public async ValueTask<DuplicateVerdict> JudgeAsync(DeduplicationRequest request, CancellationToken cancellationToken)
    {
        var subject = Subject.Of(request);
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            // 1. Judged before?
            var judged = await verdicts.ReadAsync(request.ArticleId, cancellationToken).ConfigureAwait(false);
            if (VerdictLog.Find(judged, subject) is { } verdict)
                return verdict;
            // 2. to 6.
            if (await JudgeAsync(subject, judged, cancellationToken).ConfigureAwait(false) is { } fresh)
                return fresh;
        }

        throw new StoreContentionException(VerdictItem.IdOf(request.ArticleId));
    }

    /// <summary>Null when another version of the document came between.</summary>
    private async ValueTask<DuplicateVerdict?> JudgeAsync(Subject subject, VerdictItem? judged, CancellationToken cancellationToken)
    {
        // 2. All that is known of it.
        var known = new Known(await store.ReadManyAsync(LookupsOf(subject), cancellationToken).ConfigureAwait(false));

        // 3. What it copies, or a cluster of its own.
        var standing = known.Correction is { } correction
            ? Standing.Corrected(correction, subject)
            : await PlaceAsync(subject, judged, known, cancellationToken).ConfigureAwait(false);

        // 4. The cluster as it stands, the article in it.
        var cluster = await EnterAsync(subject, standing, cancellationToken).ConfigureAwait(false);

        // 5. What later arrivals find it by.
        if (!standing.IsIndexed)
            await store.CreateAsync(Content(subject, cluster.Id, standing), cancellationToken).ConfigureAwait(false);
        var history = await revisions.RecordAsync(subject, known.Address, cluster.Id, standing.FoundedAt, cancellationToken)
            .ConfigureAwait(false);
        if (history is null)
            return null;

        // 6. The verdict.
        return await verdicts.WriteAsync(subject, judged, standing, cluster, history, cancellationToken).ConfigureAwait(false);
    }

    private List<string> LookupsOf(Subject subject)
    {
        var ids = new List<string>
        {
            ContentItem.IdOf(subject.ContentHash),
            CorrectionItem.IdOf(subject.ArticleId),
        };
        if (subject.UrlHash is { } hash)
            ids.Add(AddressItem.IdOf(hash));
        ids.AddRange(anchors.ProbesOf(subject));
        return ids;
    }

    private async ValueTask<Standing> PlaceAsync(
        Subject subject, VerdictItem? judged, Known known, CancellationToken cancellationToken)
    {
        var match = Matcher.Choose(subject, judged, known);
        var founded = known.Anchors.Any(anchor => anchor.ArticleId == subject.ArticleId && anchor.ClusterId == subject.ArticleId);
        if (match is { Kind: not DuplicateKind.Update })
        {
            await anchors.KeepAsync(known, match, cancellationToken).ConfigureAwait(false);
            return Standing.Of(match, founded, indexed: match.Kind == DuplicateKind.Exact);
        }

        if (match is not null && Matcher.Nearest(subject, known) is not null)
            return Standing.Of(match, founded, indexed: false);
        var (clusterId, foundedAt) = match is null ? (subject.ArticleId, subject.Request.CrawledAt) : (match.ClusterId, match.FoundedAt);
        var founding = await anchors.FoundAsync(subject, known, clusterId, foundedAt, cancellationToken).ConfigureAwait(false);
        if (match is not null)
            return Standing.Of(match, founded, indexed: founding.Owned > 0);
        if (founding.Met is { } met)
            return Standing.Of(met, founded || founding.Owned > 0, indexed: met.Kind == DuplicateKind.Exact);
        if (founding.Owned > 0)
            return Standing.Founder(subject);
        var first = await store.CreateOrReadAsync(Content(subject, subject.ArticleId, Standing.Founder(subject)), cancellationToken)
            .ConfigureAwait(false);
        return first is null || first.ArticleId == subject.ArticleId
            ? Standing.Founder(subject)
            : Standing.Of(Match.Exact(first), founded: false, indexed: true);
    }

    private ValueTask<ClusterState> EnterAsync(Subject subject, Standing standing, CancellationToken cancellationToken) =>
        standing is { Match: { } match, Founded: true } && match.ClusterId != subject.ArticleId
            ? clusters.MergeAsync(
                (subject.ArticleId, subject.Request.CrawledAt), (match.ClusterId, match.FoundedAt), cancellationToken)
            : clusters.JoinAsync(
                standing.ClusterId, standing.FoundedAt, new Candidate(subject.ArticleId, subject.Request.CrawledAt), cancellationToken);

    private ContentItem Content(Subject subject, string clusterId, Standing standing) => new()
    {
        Id = ContentItem.IdOf(subject.ContentHash),
        TimeToLive = (int)options.Value.Memory.TotalSeconds,
        WrittenAt = time.GetUtcNow(),
        ArticleId = subject.ArticleId,
        ClusterId = clusterId,
        FoundedAt = standing.FoundedAt,
    };
}
