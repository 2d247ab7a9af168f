using Pipeline.Ingestion.Documents;

namespace Pipeline.Ingestion.Deduplication.Operating;

/// <summary>Two stored articles, and why they were or were not joined.</summary>
public sealed record ExplainedPair(ArticleDocument First, ArticleDocument Second, DuplicateExplanation Explanation);
