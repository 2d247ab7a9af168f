using System.Buffers.Binary;
using System.IO.Compression;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>
/// Unpacks gzip (RFC 1952) with any number of members. Unlike .NET's GZipStream it notices a file that was cut off, and behind
/// a corrupt member it goes on with the next one: a read then throws once, with the scope <see cref="RejectionScope.Gap"/>.
/// </summary>
internal sealed class GzipStreamReader(ByteWindow packed, Budget budget, int depth) : ReadOnlyStream
{
    private const int TrailerLength = 8;

    private readonly PackingRatio _ratio = new(budget, depth);
    private DeflateStream? _member;
    private InflateFeed? _feed;
    private uint _crc;
    private uint _length;
    private bool _first = true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_member is not null || await OpenMemberAsync(cancellationToken))
        {
            int read;
            try
            {
                read = await _member!.ReadAsync(buffer, cancellationToken);
            }
            catch (InvalidDataException)
            {
                throw await LoseMemberAsync("A part of the gzip file is corrupt", cancellationToken);
            }

            if (read > 0)
            {
                _crc = Crc32.Append(_crc, buffer.Span[..read]);
                _length += (uint)read;
                _ratio.CountUnpacked(read);
                return read;
            }

            await CloseMemberAsync(cancellationToken);
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        _member?.Dispose();
        base.Dispose(disposing);
    }

    private async ValueTask<bool> OpenMemberAsync(CancellationToken cancellationToken)
    {
        if (!_first)
        {
            await SkipZerosAsync(cancellationToken);
            if (packed.Length == 0)
            {
                return false;
            }
        }

        var first = _first;
        _first = false;
        if (await GzipHeader.LengthAsync(packed, cancellationToken) is not { } length)
        {
            var fault = first ? "The gzip file's header is broken" : "Behind its packed content the gzip file goes on with something else";
            throw await LoseMemberAsync(fault, cancellationToken);
        }

        packed.Advance(length);
        (_crc, _length) = (0, 0);
        _feed = new InflateFeed(packed, _ratio);
        _member = new DeflateStream(_feed, CompressionMode.Decompress);
        return true;
    }

    /// <summary>The eight bytes of checksum and length that must follow are looked for among those last handed over.</summary>
    private async ValueTask CloseMemberAsync(CancellationToken cancellationToken)
    {
        var trailer = new byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _crc);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(4), _length);
        var last = _feed!.LastRead;
        await packed.FillAsync(last + TrailerLength, cancellationToken);
        var at = packed.Span[..Math.Min(packed.Length, last + TrailerLength)].IndexOf(trailer);
        if (at < 0)
        {
            var cut = packed.Ended && packed.Length <= last;
            throw await LoseMemberAsync(cut ? "The gzip file is cut off" : "The gzip file's checksum does not fit its content", cancellationToken);
        }

        packed.Advance(at + TrailerLength);
        CloseStreams();
    }

    private async ValueTask<RejectedException> LoseMemberAsync(string fault, CancellationToken cancellationToken)
    {
        CloseStreams();
        var more = await GzipHeader.FindAsync(packed, cancellationToken);
        return new RejectedException(Reject.Corrupt(fault), more ? RejectionScope.Gap : RejectionScope.Part);
    }

    private async ValueTask SkipZerosAsync(CancellationToken cancellationToken)
    {
        while (packed.Length > 0 || await packed.FillAsync(1, cancellationToken))
        {
            var content = packed.Span.IndexOfAnyExcept((byte)0);
            packed.Advance(content < 0 ? packed.Length : content);
            if (content >= 0)
            {
                return;
            }
        }
    }

    private void CloseStreams()
    {
        _member?.Dispose();
        (_member, _feed) = (null, null);
    }
}
