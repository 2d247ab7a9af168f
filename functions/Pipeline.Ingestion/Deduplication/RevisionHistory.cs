namespace Pipeline.Ingestion.Deduplication;

/// <summary>An article's place among the versions of its document.</summary>
internal sealed record RevisionHistory(
    int Revision, string FirstArticleId, bool IsLatest, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);
