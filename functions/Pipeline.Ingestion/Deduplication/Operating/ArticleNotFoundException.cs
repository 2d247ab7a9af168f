namespace Pipeline.Ingestion.Deduplication.Operating;

/// <summary>An operator named an article that is not stored, or a file with several.</summary>
public sealed class ArticleNotFoundException(string message) : Exception(message);
