namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>What a stored document says of its cluster.</summary>
internal sealed record ClusterMember(string Id, string ClusterId, bool IsCanonical, DateTimeOffset CrawledAt);
