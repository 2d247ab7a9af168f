using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>
/// The entries of a zip file whose end is missing, by their local headers. An entry ends where its header says, or, when a
/// packer that could not seek left that out, before the next header.
/// </summary>
internal static class ZipSalvage
{
    private const int HeaderLength = 30;
    private const int DescriptorFollows = 8;

    public static async IAsyncEnumerable<ZipEntryHeader> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var window = new ByteWindow(new SliceStream(file, 0, file.Length));
        ZipEntryHeader? open = null;
        while (await FindAsync(window, cancellationToken))
        {
            if (open is not null)
            {
                yield return open with { PackedLength = window.Position - ContentStart(open) };
                open = null;
            }

            var offset = window.Position;
            var length = HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(window.Span[26..]);
            if (!window.Span.StartsWith("PK\x03\x04"u8) || !await window.FillAsync(length, cancellationToken))
            {
                window.Advance(4);
                continue;
            }

            var entry = Parse(window.Span[..length], offset);
            var content = length + BinaryPrimitives.ReadUInt16LittleEndian(window.Span[28..]);
            if (entry.Unchecked)
            {
                open = entry with { PackedLength = content };
                window.Advance(length);
                continue;
            }

            yield return entry;
            await window.SkipAsync(content + entry.PackedLength, cancellationToken);
        }

        if (open is not null)
        {
            // Nothing follows the last entry, so it was cut off.
            yield return open with { PackedLength = -1 };
        }
    }

    // While an entry is open, its packed length stands for the length of its header.
    private static long ContentStart(ZipEntryHeader open) => open.Offset + open.PackedLength;

    private static async ValueTask<bool> FindAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        while (await window.FillAsync(HeaderLength, cancellationToken))
        {
            var at = window.Span.IndexOf("PK"u8);
            if (at >= 0 && window.Length - at < HeaderLength && !window.Ended)
            {
                window.Advance(at);
                continue;
            }

            if (at < 0 || window.Length - at < HeaderLength)
            {
                window.Advance(at < 0 ? window.Length - 1 : at + 1);
                continue;
            }

            window.Advance(at);
            if (window.Span[2..] is [3, 4, ..] or [1, 2, ..])
            {
                return true;
            }

            window.Advance(2);
        }

        return false;
    }

    private static ZipEntryHeader Parse(ReadOnlySpan<byte> header, long offset)
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[6..]);
        return new ZipEntryHeader
        {
            Name = ZipNames.Decode(header[HeaderLength..], flags),
            Flags = flags,
            Method = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]),
            PackedLength = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]),
            Length = BinaryPrimitives.ReadUInt32LittleEndian(header[22..]),
            Offset = offset,
            Unchecked = (flags & DescriptorFollows) != 0,
        };
    }
}
