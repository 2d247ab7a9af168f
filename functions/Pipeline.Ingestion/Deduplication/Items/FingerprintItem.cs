using System.Text.Json.Serialization;

namespace Pipeline.Ingestion.Deduplication.Items;

/// <summary>One item of the fingerprints container. Its id is its partition key and tells its kind by a one-letter prefix.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AnchorItem), "anchor")]
[JsonDerivedType(typeof(ContentItem), "content")]
[JsonDerivedType(typeof(VerdictItem), "verdict")]
[JsonDerivedType(typeof(AddressItem), "address")]
[JsonDerivedType(typeof(ClusterItem), "cluster")]
internal abstract record FingerprintItem
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Version of the item as the store gave it; null for one that was never stored.</summary>
    [JsonPropertyName("_etag")]
    public string? ETag { get; init; }

    /// <summary>Seconds to live after the last write; null for the container's own.</summary>
    [JsonPropertyName("ttl")]
    public int? TimeToLive { get; init; }

    /// <summary>When it was last written, by the writer's clock.</summary>
    public DateTimeOffset WrittenAt { get; init; }
}
