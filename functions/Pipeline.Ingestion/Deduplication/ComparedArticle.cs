namespace Pipeline.Ingestion.Deduplication;

/// <summary>An article as its document has it.</summary>
public sealed record ComparedArticle(string ArticleId, string Title, string Text);
