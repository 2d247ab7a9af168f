using System.Buffers.Binary;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>Finds a zip file's directory by the record at the file's end.</summary>
internal static class ZipEnd
{
    private const int RecordLength = 22;
    private const int MaxCommentLength = ushort.MaxValue;
    private const int LocatorLength = 20;
    private const int WideRecordLength = 56;

    /// <summary>The directory, or null when the end of the file is missing.</summary>
    public static async ValueTask<ZipDirectory?> FindAsync(Stream file, CancellationToken cancellationToken)
    {
        var tail = await ReadAsync(file, file.Length - RecordLength - MaxCommentLength - LocatorLength, int.MaxValue, cancellationToken);
        for (var at = tail.Length - RecordLength; at >= 0; at--)
        {
            var record = tail.AsMemory(at);
            if (record.Span.StartsWith("PK\x05\x06"u8)
                && at + RecordLength + BinaryPrimitives.ReadUInt16LittleEndian(record.Span[20..]) <= tail.Length)
            {
                return await OpenAsync(file, tail, at, cancellationToken);
            }
        }

        return null;
    }

    private static async ValueTask<ZipDirectory?> OpenAsync(Stream file, byte[] tail, int at, CancellationToken cancellationToken)
    {
        long length = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        var end = file.Length - tail.Length + at;
        if (at >= LocatorLength && tail.AsSpan(at - LocatorLength).StartsWith("PK\x06\x07"u8))
        {
            var wideAt = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(at - LocatorLength + 8));
            var wide = await ReadAsync(file, wideAt, WideRecordLength, cancellationToken);
            if (wide.Length == WideRecordLength && wide.AsSpan().StartsWith("PK\x06\x06"u8))
            {
                length = BinaryPrimitives.ReadInt64LittleEndian(wide.AsSpan(40));
                offset = BinaryPrimitives.ReadInt64LittleEndian(wide.AsSpan(48));
                end = wideAt;
            }
        }

        // What stands before the first entry (a self-extracting program) shifts every offset.
        var start = end - length;
        return length < 0 || offset < 0 || start < offset ? null : new ZipDirectory(file, start, length, start - offset);
    }

    private static async ValueTask<byte[]> ReadAsync(Stream file, long offset, int count, CancellationToken cancellationToken)
    {
        offset = Math.Max(0, offset);
        var bytes = new byte[Math.Clamp(file.Length - offset, 0, count)];
        if (bytes.Length > 0)
        {
            file.Position = offset;
            await file.ReadExactlyAsync(bytes, cancellationToken);
        }

        return bytes;
    }
}
