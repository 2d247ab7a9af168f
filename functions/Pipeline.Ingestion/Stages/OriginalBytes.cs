using System.IO.Compression;
using System.Text.Json.Serialization;

namespace Pipeline.Ingestion.Stages;

/// <summary>
/// The received bytes inside the state blob. Kept there, and not read again from the source, because the source may be
/// overwritten or deleted while the article is in flight. Compressed, since the state is written once per stage.
/// </summary>
public sealed record OriginalBytes
{
    /// <summary>Below this many bytes compressing costs more than it saves.</summary>
    private const int CompressFrom = 1024;

    [JsonConstructor]
    internal OriginalBytes(byte[] content, bool compressed) => (Content, Compressed) = (content, compressed);

    public byte[] Content { get; }

    public bool Compressed { get; }

    public static OriginalBytes Of(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < CompressFrom)
        {
            return new OriginalBytes(bytes.ToArray(), compressed: false);
        }

        using var packed = new MemoryStream(bytes.Length / 3);
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(bytes.Span);
        }

        return new OriginalBytes(packed.ToArray(), compressed: true);
    }

    public byte[] Unpack()
    {
        if (!Compressed)
        {
            return Content;
        }

        using var brotli = new BrotliStream(new MemoryStream(Content), CompressionMode.Decompress);
        using var plain = new MemoryStream(Content.Length * 4);
        brotli.CopyTo(plain);
        return plain.ToArray();
    }
}
