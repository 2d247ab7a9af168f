using System.Buffers.Binary;
using System.IO.Compression;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>Tells whose trailer was found behind a gzip member: where the next one has the same content, its trailer is the same too.</summary>
internal static class TrailerOwner
{
    // Packed content seldom looks like a header, and a hostile one shall not be unpacked from everywhere.
    private const int MostStarts = 4;

    /// <param name="before">The bytes from somewhere in the member up to the trailer.</param>
    /// <param name="trailer">Checksum and length.</param>
    /// <returns>True when a whole member with this trailer ends there, so that the one in question has another.</returns>
    public static bool IsNextMember(ReadOnlySpan<byte> before, ReadOnlySpan<byte> trailer)
    {
        for (var tries = 0; tries < MostStarts && GzipHeader.IndexOf(before) is >= 0 and var start; tries++)
        {
            before = before[start..];
            if (GzipHeader.Measure(before) is { } header && Unpacks(before[header..], trailer))
            {
                return true;
            }

            before = before[1..];
        }

        return false;
    }

    private static bool Unpacks(ReadOnlySpan<byte> packed, ReadOnlySpan<byte> trailer)
    {
        using var member = new DeflateStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var expected = BinaryPrimitives.ReadUInt32LittleEndian(trailer[sizeof(uint)..]);
        var buffer = new byte[8192];
        var (crc, length) = (0u, 0u);
        try
        {
            while (length <= expected && member.Read(buffer) is > 0 and var read)
            {
                crc = Crc32.Append(crc, buffer.AsSpan(0, read));
                length += (uint)read;
            }
        }
        catch (InvalidDataException)
        {
            // What looked like a header was packed content.
            return false;
        }

        return length == expected && crc == BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }
}
