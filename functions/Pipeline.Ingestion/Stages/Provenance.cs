using System.Text.Json.Serialization;
using Pipeline.Articles.Formats;

namespace Pipeline.Ingestion.Stages;

/// <summary>Where an article came from.</summary>
public sealed record Provenance
{
    /// <summary>Id of the article and of its document: 32 hex digits made from container, blob and place.</summary>
    public required string ArticleId { get; init; }

    public required string Container { get; init; }

    public required string Blob { get; init; }

    /// <summary>The blob's ETag without quotes: the version of the article.</summary>
    public required string Version { get; init; }

    /// <summary>Place in a batch file; null when the blob is the article.</summary>
    public string? Place { get; init; }

    public required MediaKind Kind { get; init; }

    public string? ContentType { get; init; }

    public string? DeclaredCharset { get; init; }

    /// <summary>Bytes of this article as received.</summary>
    public required long ByteCount { get; init; }

    /// <summary>SHA-256 of the received bytes, lower-case hex.</summary>
    public required string RawHash { get; init; }

    /// <summary>Where it was crawled, when the batch says so.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>When it was crawled where the batch says so, else when the blob was written.</summary>
    public required DateTimeOffset CrawledAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The name for people: the blob, and the place in it.</summary>
    [JsonIgnore]
    public string Name => Place is null ? Blob : $"{Blob} > {Place}";
}
