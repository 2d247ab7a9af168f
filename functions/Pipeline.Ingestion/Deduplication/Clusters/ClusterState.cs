namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>A cluster as it stands, merges followed.</summary>
/// <param name="Id">The cluster that counts.</param>
/// <param name="CanonicalId">Its canonical article; null when every known member was deleted.</param>
/// <param name="CanonicalCrawledAt">When that one was first crawled.</param>
/// <param name="FormerCanonicalId">The article that was canonical before it.</param>
public sealed record ClusterState(
    string Id, string? CanonicalId, DateTimeOffset? CanonicalCrawledAt, string? FormerCanonicalId)
{
    /// <summary>True when an operator keeps another cluster apart from it.</summary>
    internal bool IsKeptApart { get; init; }

    /// <summary>
    /// When the founder was crawled, as far as anyone will ask: while a cluster has no item its canonical article is its
    /// founder, and afterwards the item tells.
    /// </summary>
    internal DateTimeOffset FoundedAt => CanonicalCrawledAt ?? DateTimeOffset.MaxValue;
}
