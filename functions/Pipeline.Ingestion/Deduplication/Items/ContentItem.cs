namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary><c>c:{contentHash}</c>: the first article with this content, for contents that own no anchor.</summary>
internal sealed record ContentItem : FingerprintItem
{
    public required string ArticleId { get; init; }

    public required string ClusterId { get; init; }

    /// <summary>When the cluster's founder was crawled.</summary>
    public required DateTimeOffset FoundedAt { get; init; }

    public static string IdOf(string contentHash) => "c:" + contentHash;
}
