using Pipeline.Articles.Fingerprints;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Matching;

/// <summary>Where an article belongs.</summary>
/// <param name="ClusterId">Its cluster, merges not yet followed.</param>
/// <param name="FoundedAt">When that cluster's founder was crawled.</param>
/// <param name="Match">What it copies or revises; null for the first of its kind.</param>
/// <param name="By">What tells so.</param>
/// <param name="Founded">True when it owns anchors that name a cluster of its own.</param>
/// <param name="IsIndexed">True when its content can be found already.</param>
internal sealed record Standing(
    string ClusterId, DateTimeOffset FoundedAt, Match? Match, EvidenceKind By, bool Founded, bool IsIndexed)
{
    /// <summary>A copy that stands in another cluster, which this article ties to its own; null when there is none, or nobody looked.</summary>
    public Match? Other { get; init; }

    public DuplicateKind Kind => Match?.Kind ?? DuplicateKind.None;

    public static Standing Founder(Subject subject) =>
        new(subject.ArticleId, subject.Request.CrawledAt, null, EvidenceKind.Nothing, Founded: true, IsIndexed: true);

    public static Standing Of(Match match, bool founded, bool indexed) =>
        new(match.ClusterId, match.FoundedAt, match, match.By, founded, indexed);

    public static Standing Corrected(string clusterId, Subject subject) =>
        new(clusterId, subject.Request.CrawledAt, null, EvidenceKind.Operator, Founded: false, IsIndexed: false);
}
