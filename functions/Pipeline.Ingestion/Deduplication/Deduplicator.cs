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
///  2. a:{smallest}                    the same content? most exact copies end here
///     c: u: and 39 a: in one          the same content or URL, the owners of its smallest hashes
///  3. choose: update | exact | near   else found a cluster: create anchors, ascending; a conflict may show a copy
///  4. v:{article}  k:{cluster}         join or merge; elect the earliest crawled, having written down where
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

    private readonly ClusterEntry _entry = new(clusters, verdicts);

    public async ValueTask<DuplicateVerdict> JudgeAsync(DeduplicationRequest request, CancellationToken cancellationToken)
    {
        var subject = Subject.Of(request);
        ClusterState? entered = null;
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            // 1. Judged before?
            var judged = await verdicts.ReadAsync(request.ArticleId, cancellationToken);
            if (VerdictLog.Find(judged, subject) is { } verdict)
            {
                if (judged!.Merging is { } merging)
                {
                    var joined = await JoinBothAsync(judged, verdict, merging, cancellationToken);
                    if (entered is null || entered.Id == merging.ClusterId)
                        return joined;
                    continue;
                }

                if (entered is null || entered.Id == verdict.Verdict.ClusterId)
                    return verdict.Verdict;

                // Another delivery was quicker and found another copy: the article joins the two clusters, having written that down.
                await verdicts.MarkMergeAsync(judged, new(entered.Id, entered.FoundedAt), cancellationToken);
                continue;
            }

            // 2. to 6.
            var (fresh, latest) = await JudgeAsync(subject, judged, cancellationToken);
            if (fresh is not null)
                return fresh;
            // A cluster of its own counts most: without its founder nobody else would tie it to the other.
            entered = entered?.Id == subject.ArticleId ? entered : latest ?? entered;
        }

        throw new StoreContentionException(VerdictItem.IdOf(request.ArticleId));
    }

    /// <summary>The verdict of the quicker delivery, but telling that the documents of a cluster must follow.</summary>
    private async ValueTask<DuplicateVerdict> JoinBothAsync(
        VerdictItem judged, JudgedContent content, EnteredCluster merging, CancellationToken cancellationToken)
    {
        var verdict = content.Verdict;

        // What an operator took apart stays apart.
        if (judged.Correction is null)
        {
            var root = await clusters.MergeAsync(
                (merging.ClusterId, merging.FoundedAt), (verdict.ClusterId, content.FoundedAt), cancellationToken);
            verdict = verdict with { Absorbed = [root.Id == merging.ClusterId ? verdict.ClusterId : merging.ClusterId] };
        }

        // Should somebody have changed the item since, the next delivery merges once more, which does no harm.
        await verdicts.MarkMergeAsync(judged, null, cancellationToken);
        return verdict;
    }

    /// <summary>
    /// No verdict when another delivery of the document, or of another version of it, came between; then with the cluster, if any,
    /// that this one has led others into.
    /// </summary>
    private async ValueTask<(DuplicateVerdict? Verdict, ClusterState? Entered)> JudgeAsync(Subject subject, VerdictItem? judged, CancellationToken cancellationToken)
    {
        // 2. All that is known of it.
        var known = await LookUpAsync(subject, cancellationToken);

        // 3. What it copies, or a cluster of its own.
        var own = new ClusterState(subject.ArticleId, subject.ArticleId, subject.Request.CrawledAt, null);
        var (standing, founded) = judged?.Correction is { } correction
            ? (Standing.Corrected(correction, subject), false)
            : await PlaceAsync(subject, judged, known, cancellationToken);
        if (standing is null)
            return (null, founded ? own : null);

        // 4. The cluster as it stands, the article in it.
        (var cluster, judged, var entered) = await _entry.EnterAsync(subject, judged, standing, known, cancellationToken);
        if (!entered)
            return (null, founded ? own : cluster);

        // 5. What later arrivals find it by.
        if (!standing.IsIndexed)
            await store.CreateAsync(Content(subject, cluster.Id, cluster.FoundedAt), cancellationToken);
        var history = await revisions.RecordAsync(subject, standing, known.Address, cluster, cancellationToken);
        if (history is null)
            return (null, cluster);

        // 6. The verdict.
        return (await verdicts.WriteAsync(subject, judged, standing, cluster, history, cancellationToken), cluster);
    }

    /// <summary>The owner of the smallest hash has the same content more often than not when anything has: one read tells.</summary>
    private async ValueTask<Known> LookUpAsync(Subject subject, CancellationToken cancellationToken)
    {
        var anchorIds = anchors.ProbesOf(subject).ToList();
        FingerprintItem? smallest = null;
        if (anchorIds.Count > 0)
        {
            smallest = await store.ReadAsync(anchorIds[0], cancellationToken);
            // The subject's own is what a crashed judgement left: all of that must be seen.
            if (smallest is AnchorItem anchor
                && anchor.ContentHash == subject.ContentHash && anchor.ArticleId != subject.ArticleId)
                return new Known([smallest]);
            anchorIds.RemoveAt(0);
        }

        anchorIds.Add(ContentItem.IdOf(subject.ContentHash));
        if (subject.UrlHash is { } hash)
            anchorIds.Add(AddressItem.IdOf(hash));
        var others = await store.ReadManyAsync(anchorIds, cancellationToken);
        return new Known(smallest is null ? others : others.Append(smallest));
    }

    /// <summary>No standing when another delivery of the same article placed it meanwhile; and whether it has founded a cluster.</summary>
    private async ValueTask<(Standing? Standing, bool Founded)> PlaceAsync(
        Subject subject, VerdictItem? judged, Known known, CancellationToken cancellationToken)
    {
        var match = Matcher.Choose(subject, judged, known);
        var founded = known.HasFounded(subject.ArticleId);
        if (match is null)
            return await FoundAsync(subject, known, founded, cancellationToken);
        if (match.Kind == DuplicateKind.Exact)
            return (Standing.Of(match, founded, indexed: true), founded);

        await anchors.KeepAsync(known, match, cancellationToken);
        var far = match.Similarity is not { } similarity || similarity.Containment < options.Value.FarCopy;
        (var standing, founded) = await FollowAsync(
            subject, known, Standing.Of(match, founded, indexed: false),
            far ? options.Value.FarCopyAnchors : options.Value.CopyAnchors, cancellationToken);
        // It was about to found a cluster when it crashed, or another delivery was: then copies came at once.
        if (founded && standing is { Kind: DuplicateKind.Near })
            standing = standing with { Other = Matcher.Nearest(subject, known, outside: match.ClusterId) };
        return (standing, founded);
    }

    private async ValueTask<(Standing? Standing, bool Founded)> FoundAsync(
        Subject subject, Known known, bool founded, CancellationToken cancellationToken)
    {
        var founding = await anchors
            .FoundAsync(subject, known, Standing.Founder(subject), options.Value.Anchors, cancellationToken);
        founded |= founding.Founded;
        if (founding.Placed)
            return (null, founded);
        if (founding.Met is { Kind: DuplicateKind.Exact } same)
            return (Standing.Of(same, founded, indexed: true), founded);
        if (founding.Met is { } met)
            return await FollowMetAsync(subject, met, founding.Owned, founded, cancellationToken);
        if (founding.Owned > 0)
            return (Standing.Founder(subject), founded);
        var first = await store.CreateOrReadAsync(Content(subject, subject.ArticleId, subject.Request.CrawledAt), cancellationToken);
        return first is null || first.ArticleId == subject.ArticleId
            ? (Standing.Founder(subject), true)
            : (Standing.Of(Match.Exact(first), founded: false, indexed: true), false);
    }

    /// <summary>
    /// A founder that met a copy looked around before that one came, and others may have come since: it looks once more, and where
    /// a copy stands in another cluster it ties the two, which nobody else may be like enough to do. If it came by no anchor, it
    /// creates those of a copy, so that it is found itself.
    /// </summary>
    private async ValueTask<(Standing? Standing, bool Founded)> FollowMetAsync(
        Subject subject, Match met, int owned, bool founded, CancellationToken cancellationToken)
    {
        var known = await LookUpAsync(subject, cancellationToken);
        var standing = Standing.Of(met, founded, indexed: owned > 0) with { Other = Matcher.Nearest(subject, known, outside: met.ClusterId) };
        return owned > 0 ? (standing, founded) : await FollowAsync(subject, known, standing, options.Value.CopyAnchors, cancellationToken);
    }

    /// <summary>A copy creates anchors by which it is found itself. Where an exact copy of it was quicker it comes by none, and copies that one.</summary>
    private async ValueTask<(Standing? Standing, bool Founded)> FollowAsync(
        Subject subject, Known known, Standing standing, int wanted, CancellationToken cancellationToken)
    {
        var added = await anchors.FoundAsync(subject, known, standing, wanted, cancellationToken);
        var founded = standing.Founded || added.Founded;
        if (added.Met is { } same && added.Owned == 0)
            return (Standing.Of(same, founded, indexed: true) with { Other = standing.Other }, founded);
        return (added.Placed ? null : standing with { Founded = founded, IsIndexed = added.Owned > 0 }, founded);
    }

    private ContentItem Content(Subject subject, string clusterId, DateTimeOffset foundedAt) => new()
    {
        Id = ContentItem.IdOf(subject.ContentHash),
        TimeToLive = (int)options.Value.Memory.TotalSeconds,
        WrittenAt = time.GetUtcNow(),
        ArticleId = subject.ArticleId,
        ClusterId = clusterId,
        FoundedAt = foundedAt,
    };
}
