using System.Buffers.Binary;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>
/// Reads a zip file's directory (APPNOTE.TXT 6.3.10) entry by entry. .NET's ZipArchive loads a directory whole, which lets a
/// hostile file of a few million empty entries fill the memory, and gives up at the first broken entry.
/// </summary>
internal sealed class ZipDirectory(Stream file, long start, long length, long shift) : IDisposable
{
    private const int HeaderLength = 46;
    private const uint Signature = 0x02014B50;

    private readonly ByteWindow _window = new(new SliceStream(file, start, length));

    /// <summary>Where the directory lies in the file.</summary>
    public long Start { get; } = start;

    /// <summary>The next entry; null at the end.</summary>
    /// <exception cref="RejectedException">The directory is broken from here on.</exception>
    public async ValueTask<ZipEntryHeader?> NextAsync(CancellationToken cancellationToken)
    {
        if (!await _window.FillAsync(HeaderLength, cancellationToken))
        {
            return null;
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(_window.Span) != Signature)
        {
            throw Broken();
        }

        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(_window.Span[28..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(_window.Span[30..]);
        var commentLength = BinaryPrimitives.ReadUInt16LittleEndian(_window.Span[32..]);
        var total = HeaderLength + nameLength + extraLength + commentLength;
        if (!await _window.FillAsync(total, cancellationToken))
        {
            throw Broken();
        }

        var entry = Parse(_window.Span[..total], nameLength, extraLength);
        _window.Advance(total);
        return entry;
    }

    public void Dispose() => _window.Dispose();

    private ZipEntryHeader Parse(ReadOnlySpan<byte> header, int nameLength, int extraLength)
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        var sizes = Zip64Sizes.Read(
            header.Slice(HeaderLength + nameLength, extraLength),
            BinaryPrimitives.ReadUInt32LittleEndian(header[24..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(header[42..]));
        return new ZipEntryHeader
        {
            Name = ZipNames.Decode(header.Slice(HeaderLength, nameLength), flags),
            Flags = flags,
            Method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]),
            PackedLength = sizes.Packed,
            Length = sizes.Unpacked,
            Offset = sizes.Offset + shift,
        };
    }

    private static RejectedException Broken() =>
        new(Reject.Corrupt("The zip file's directory is broken, so the entries behind this place are lost"), RejectionScope.Part);
}
