namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>An article that stands for election.</summary>
internal readonly record struct Candidate(string? ArticleId, DateTimeOffset CrawledAt)
{
    public static Candidate Of(ClusterState state) => new(state.CanonicalId, state.CanonicalCrawledAt ?? default);

    /// <summary>True when it comes before the canonical article of the cluster, or the cluster has none.</summary>
    public bool Precedes(ClusterState state)
    {
        if (ArticleId is null)
            return false;
        if (state.CanonicalId is null || state.CanonicalCrawledAt is not { } canonicalAt)
            return true;
        var order = CrawledAt.CompareTo(canonicalAt);
        return order == 0 ? string.CompareOrdinal(ArticleId, state.CanonicalId) < 0 : order < 0;
    }
}
