using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>An entry's unpacked bytes, held against the length and checksum that the directory states.</summary>
internal sealed class ZipEntryContent(Stream content, ZipEntryHeader entry, PackingRatio ratio) : ReadOnlyStream
{
    private long _length;
    private uint _crc;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await content.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw Fault(Reject.Corrupt("The zip entry's packed bytes are corrupt"));
        }

        ratio.CountUnpacked(read);
        _length += read;
        if (entry.Unchecked)
        {
            return read;
        }

        if (_length > entry.Length)
        {
            throw Fault(Reject.LargerThanStated(entry.Length));
        }

        _crc = Crc32.Append(_crc, buffer.Span[..read]);
        if (read == 0 && (_length != entry.Length || _crc != entry.Crc))
        {
            throw Fault(Reject.Corrupt(_length == entry.Length
                ? "The zip entry's checksum does not fit its content" : $"The zip entry is cut off at {ByteSize.Text(_length)} of {ByteSize.Text(entry.Length)}"));
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        content.Dispose();
        base.Dispose(disposing);
    }

    private static RejectedException Fault(Rejection rejection) => new(rejection, RejectionScope.Part);
}
