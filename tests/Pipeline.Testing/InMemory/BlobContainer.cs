namespace Pipeline.Testing.InMemory;

/// <summary>A container in a <see cref="BlobService"/>.</summary>
internal sealed class BlobContainer
{
    public SortedDictionary<string, StoredBlob> Blobs { get; } = new(StringComparer.Ordinal);

    /// <summary>Uploaded blocks that no block list has made a blob of yet, by blob and block id.</summary>
    public Dictionary<(string Blob, string Block), byte[]> Uncommitted { get; } = [];
}
