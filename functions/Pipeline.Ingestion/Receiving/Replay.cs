namespace Pipeline.Ingestion.Receiving;

/// <summary>That a blob is read again on purpose.</summary>
/// <param name="ArticleId">The one article of it that is meant; null for all.</param>
internal sealed record Replay(string? ArticleId);
