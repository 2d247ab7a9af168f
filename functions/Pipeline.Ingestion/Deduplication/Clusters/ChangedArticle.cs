using System.Text.Json.Serialization;

namespace Pipeline.Ingestion.Deduplication.Clusters;

/// <summary>What the change feed tells of a document, as far as clusters go.</summary>
/// <remarks>Names are given to each property, since the Functions worker deserialises it by its own settings.</remarks>
public sealed record ChangedArticle
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("clusterId")]
    public required string ClusterId { get; init; }

    [JsonPropertyName("isCanonical")]
    public bool IsCanonical { get; init; }

    /// <summary>Set in what is left of a removed document until it expires.</summary>
    [JsonPropertyName("deletedAt")]
    public DateTimeOffset? DeletedAt { get; init; }
}
