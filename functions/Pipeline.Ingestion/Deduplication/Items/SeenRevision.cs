namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary>A content seen under a URL, the cluster it was put into, and when that cluster's founder was crawled.</summary>
internal sealed record SeenRevision(string ArticleId, string ContentHash, string ClusterId, DateTimeOffset FoundedAt, DateTimeOffset CrawledAt);
