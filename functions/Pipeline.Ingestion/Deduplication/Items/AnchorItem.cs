using Pipeline.Articles.Fingerprints;

namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary>
/// <c>a:{hash}</c>: one of an article's smallest shingle hashes. It has one owner and holds the owner's sketch, so that
/// finding it is also the comparison.
/// </summary>
internal sealed record AnchorItem : FingerprintItem
{
    public required string ArticleId { get; init; }

    /// <summary>The owner's cluster when this was written. <see cref="ClusterItem.MergedInto"/> may lead on from it.</summary>
    public required string ClusterId { get; init; }

    public required string ContentHash { get; init; }

    /// <summary>
    /// How the owner came into the cluster: None founded it. This is where a judgement becomes fixed, since every repetition
    /// of it finds this item.
    /// </summary>
    public required DuplicateKind Relation { get; init; }

    /// <summary>The article that the owner copies or revises; null for a founder.</summary>
    public string? CopyOf { get; init; }

    /// <summary>When the cluster's founder was crawled.</summary>
    public required DateTimeOffset FoundedAt { get; init; }

    public required ShingleMode Mode { get; init; }

    /// <summary>Distinct shingles with a fact in the owner's text.</summary>
    public required int Facts { get; init; }

    /// <summary>Distinct shingles without one, when any of them were kept.</summary>
    public required int Frame { get; init; }

    /// <summary>The sketch's hashes, see <see cref="Sketch.Encode"/>.</summary>
    public required string Hashes { get; init; }

    /// <summary>An anchor of a cluster's founder, to be completed with times.</summary>
    public static AnchorItem Of(ulong hash, string articleId, Fingerprint fingerprint) => new()
    {
        Id = IdOf(hash),
        ArticleId = articleId,
        ClusterId = articleId,
        ContentHash = fingerprint.ContentHash,
        Relation = DuplicateKind.None,
        FoundedAt = default,
        Mode = fingerprint.Sketch.Mode,
        Facts = fingerprint.Sketch.Facts.Count,
        Frame = fingerprint.Sketch.Frame.Count,
        Hashes = fingerprint.Sketch.Encode(),
    };

    public static string IdOf(ulong hash) => "a:" + Sketch.NameOf(hash);

    public Sketch ToSketch() => Sketch.Decode(Mode, Facts, Frame, Hashes);
}
