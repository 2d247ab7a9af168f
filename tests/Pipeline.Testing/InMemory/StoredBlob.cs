namespace Pipeline.Testing.InMemory;

/// <summary>A blob in a <see cref="BlobService"/>.</summary>
internal sealed class StoredBlob
{
    public required byte[] Content { get; set; }

    public required string Type { get; init; }

    public required string ETag { get; set; }

    public required DateTimeOffset Written { get; set; }

    public string ContentType { get; set; } = "application/octet-stream";

    public Dictionary<string, string> Metadata { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    public int Blocks { get; set; }
}
