using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>Chooses among all that is known of an article the one that it copies or revises. Pure.</summary>
internal static class Matcher
{
    /// <summary>
    /// The same blob with other content comes first, since it is the same document; then what a judgement that was not
    /// finished had found; then the same content, the same URL, and the nearest copy. Null when the article is new.
    /// </summary>
    public static Match? Choose(Subject subject, VerdictItem? judged, Known known)
    {
        if (Before(judged?.Contents, subject) is { } earlier)
            return new(DuplicateKind.Update, EvidenceKind.Blob, subject.ArticleId, earlier.Verdict.ClusterId, earlier.FoundedAt, null);
        if (Placed(subject, known) is { } placed)
            return placed;
        var nearest = Nearest(subject, known);
        if (known.Content is { } content && content.ArticleId != subject.ArticleId && content.ClusterId != subject.ArticleId)
            return Match.Exact(content);
        if (nearest is { Kind: DuplicateKind.Exact })
            return nearest;
        return Revised(subject, known.Address) is { } seen
            ? new(DuplicateKind.Update, EvidenceKind.Address, seen.ArticleId, seen.ClusterId, seen.FoundedAt, nearest?.Similarity)
            : nearest;
    }

    private static Match? Placed(Subject subject, Known known)
    {
        // Two deliveries may have placed it differently: the smallest hash decides, whoever looks.
        if (known.Anchors.Where(anchor => IsOwn(anchor) && anchor.CopyOf is not null).MinBy(anchor => anchor.Id, StringComparer.Ordinal)
            is not { } own)
            return null;
        var other = known.Anchors.FirstOrDefault(anchor => anchor.ArticleId == own.CopyOf);
        return new Match(
            own.Relation,
            own.Relation == DuplicateKind.Update ? EvidenceKind.Address : EvidenceKind.Sketch,
            own.CopyOf!,
            own.ClusterId,
            own.FoundedAt,
            other is null ? null : SketchSimilarity.Between(other.ToSketch(), subject.Fingerprint.Sketch));

        bool IsOwn(AnchorItem anchor) => anchor.ArticleId == subject.ArticleId && anchor.ContentHash == subject.ContentHash;
    }

    /// <summary>
    /// The best match among the owners of anchors, of those outside a cluster when one is given. Those that joined the subject's own
    /// cluster copy it, not it them.
    /// </summary>
    public static Match? Nearest(Subject subject, Known known, string? outside = null)
    {
        Match? best = null;
        foreach (var anchor in known.Anchors.DistinctBy(anchor => (anchor.ArticleId, anchor.ContentHash)))
            if (anchor.ArticleId != subject.ArticleId && anchor.ClusterId != subject.ArticleId && anchor.ClusterId != outside
                && Match.With(anchor, subject.Fingerprint) is { } match && Better(match, best))
                best = match;
        return best;
    }

    private static bool Better(Match match, Match? best)
    {
        if (best is null)
            return true;
        var order = (match.Kind == DuplicateKind.Exact).CompareTo(best.Kind == DuplicateKind.Exact);
        if (order == 0)
            order = Nullable.Compare(match.Similarity?.Containment, best.Similarity?.Containment);
        if (order == 0)
            order = Nullable.Compare(match.Similarity?.Jaccard, best.Similarity?.Jaccard);
        return order == 0 ? string.CompareOrdinal(match.ArticleId, best.ArticleId) < 0 : order > 0;
    }

    private static JudgedContent? Before(IReadOnlyList<JudgedContent>? contents, Subject subject) => contents is null or []
        ? null
        : contents.LastOrDefault(content => content.CrawledAt <= subject.Request.CrawledAt) ?? contents[0];

    private static SeenRevision? Revised(Subject subject, AddressItem? address)
    {
        if (address is null || address.Revisions.Any(revision => revision.ContentHash == subject.ContentHash))
            return null;
        return address.Revisions.LastOrDefault(revision => revision.CrawledAt <= subject.Request.CrawledAt) ?? address.Revisions[0];
    }
}
