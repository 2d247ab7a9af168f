using System.Buffers.Binary;
using System.IO.Compression;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>Opens the content of a zip entry.</summary>
internal static class ZipEntryReader
{
    private const int LocalHeaderLength = 30;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    public static async ValueTask<Stream> OpenAsync(
        Stream file, long contentEnd, ZipEntryHeader entry, PackingRatio ratio, CancellationToken cancellationToken)
    {
        if (entry.IsEncrypted)
        {
            throw new RejectedException(Reject.Encrypted, RejectionScope.Part);
        }

        if (entry.Method is not (Stored or Deflated))
        {
            throw new RejectedException(Reject.UnknownPacking(NameOf(entry.Method)), RejectionScope.Part);
        }

        var start = await ContentStartAsync(file, entry, cancellationToken);
        if (start is null || entry.PackedLength < 0 || entry.PackedLength > contentEnd - start)
        {
            throw new RejectedException(Reject.Corrupt("The zip entry is cut off, or does not lie where the zip file says"), RejectionScope.Part);
        }

        var packed = new PackedBytes(new SliceStream(file, start.Value, entry.PackedLength), ratio);
        var content = entry.Method == Stored ? packed : (Stream)new DeflateStream(packed, CompressionMode.Decompress);
        return new ZipEntryContent(content, entry, ratio);
    }

    private static async ValueTask<long?> ContentStartAsync(Stream file, ZipEntryHeader entry, CancellationToken cancellationToken)
    {
        if (entry.Offset < 0 || entry.Offset > file.Length - LocalHeaderLength)
        {
            return null;
        }

        var header = new byte[LocalHeaderLength];
        file.Position = entry.Offset;
        await file.ReadExactlyAsync(header, cancellationToken);
        return header.AsSpan().StartsWith("PK\x03\x04"u8)
            ? entry.Offset + LocalHeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))
                + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28))
            : null;
    }

    private static string NameOf(ushort method) => method switch
    {
        9 => "Deflate64",
        12 => "bzip2",
        14 => "LZMA",
        93 => "Zstandard",
        95 => "xz",
        99 => "encryption (AES)",
        _ => $"method {method}",
    };
}
