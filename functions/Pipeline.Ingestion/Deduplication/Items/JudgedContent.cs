namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary>One content of an article and what was said of it.</summary>
internal sealed record JudgedContent
{
    public required DuplicateVerdict Verdict { get; init; }

    public required DateTimeOffset CrawledAt { get; init; }

    /// <summary>When the cluster's founder was crawled.</summary>
    public required DateTimeOffset FoundedAt { get; init; }
}
