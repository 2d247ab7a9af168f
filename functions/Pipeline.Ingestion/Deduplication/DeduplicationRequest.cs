namespace Pipeline.Ingestion.Deduplication;

/// <summary>A cleaned article, for comparison with all that came before it.</summary>
public sealed record DeduplicationRequest
{
    /// <summary>Id of the document: the same for every version of one blob (or of one place in a batch).</summary>
    public required string ArticleId { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>BCP 47 tag, "und" when unknown.</summary>
    public required string Language { get; init; }

    public string? CanonicalUrl { get; init; }

    /// <summary>When this version was crawled or received: revisions are ordered by it.</summary>
    public required DateTimeOffset CrawledAt { get; init; }
}
