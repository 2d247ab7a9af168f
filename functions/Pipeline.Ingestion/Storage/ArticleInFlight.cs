namespace Pipeline.Ingestion.Storage;

/// <param name="ArticleId">Id of the article.</param>
/// <param name="TouchedAt">When its state was written last.</param>
public readonly record struct ArticleInFlight(string ArticleId, DateTimeOffset TouchedAt);
