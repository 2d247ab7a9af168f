namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary>A cluster, and when its founder was crawled.</summary>
internal sealed record EnteredCluster(string ClusterId, DateTimeOffset FoundedAt);
