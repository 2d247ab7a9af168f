using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>An earlier article that the subject is a copy or a revision of.</summary>
/// <param name="Kind">Never None.</param>
/// <param name="By">What tells so.</param>
/// <param name="ArticleId">The earlier article.</param>
/// <param name="ClusterId">Its cluster when its item was written.</param>
/// <param name="FoundedAt">When that cluster's founder was crawled.</param>
/// <param name="Similarity">Comparison of the sketches, where there was one.</param>
internal sealed record Match(
    DuplicateKind Kind, EvidenceKind By, string ArticleId, string ClusterId, DateTimeOffset FoundedAt, SketchSimilarity? Similarity)
{
    public static Match Exact(ContentItem item) =>
        new(DuplicateKind.Exact, EvidenceKind.Content, item.ArticleId, item.ClusterId, item.FoundedAt, null);

    /// <summary>Exact or near; null when the anchor's owner is no copy.</summary>
    public static Match? With(AnchorItem anchor, Fingerprint fingerprint)
    {
        var similarity = SketchSimilarity.Between(anchor.ToSketch(), fingerprint.Sketch);
        if (anchor.ContentHash == fingerprint.ContentHash)
            return new(DuplicateKind.Exact, EvidenceKind.Content, anchor.ArticleId, anchor.ClusterId, anchor.FoundedAt, similarity);
        return similarity is { IsCopy: true }
            ? new(DuplicateKind.Near, EvidenceKind.Sketch, anchor.ArticleId, anchor.ClusterId, anchor.FoundedAt, similarity)
            : null;
    }
}
