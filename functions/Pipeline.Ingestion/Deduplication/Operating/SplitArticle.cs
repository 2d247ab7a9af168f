using Pipeline.Ingestion.Documents;

namespace Pipeline.Ingestion.Deduplication.Operating;

/// <summary>An article before it was taken out of its cluster, and the cluster that it founds.</summary>
public sealed record SplitArticle(ArticleDocument Before, string ClusterId);
