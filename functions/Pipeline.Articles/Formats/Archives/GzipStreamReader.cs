using System.Buffers.Binary;
using System.IO.Compression;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>
/// Unpacks gzip (RFC 1952) with any number of members. Unlike .NET's GZipStream it notices a file that was cut off, and behind
/// a corrupt member it goes on with the next one: a read then throws once, with the scope <see cref="RejectionScope.Gap"/>. A member
/// is unpacked to its end before any of it is handed out, unless it is longer than the greatest article.
/// </summary>
internal sealed class GzipStreamReader(ByteWindow packed, Budget budget, int depth) : ReadOnlyStream
{
    private const int TrailerLength = 8;

    private readonly PackingRatio _ratio = new(budget, depth);
    private readonly HeldMember _held = new(budget.Limits.MaxArticleBytes);
    private DeflateStream? _member;
    private InflateFeed? _feed;
    private RejectedException? _fault;
    private uint _crc;
    private uint _length;
    private bool _first = true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            // 1. What is held; then what was found wrong behind it.
            if (!_held.IsEmpty)
            {
                var (unpacked, packedBytes) = _held.Take(buffer.Span);
                return Count(unpacked, packedBytes);
            }

            if (_fault is { } fault)
            {
                _fault = null;
                throw fault;
            }

            // 2. A member too long to be held, as it comes. 3. The next member, to its end.
            if (_member is not null)
            {
                if (await UnpackAsync(buffer, cancellationToken) is > 0 and var read)
                {
                    return Count(read, _feed!.TakeCount());
                }
            }
            else if (!await HoldAsync(cancellationToken))
            {
                return 0;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        _member?.Dispose();
        _held.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int unpacked, int packedBytes)
    {
        _ratio.CountPacked(packedBytes);
        _ratio.CountUnpacked(unpacked);
        return unpacked;
    }

    /// <summary>
    /// Unpacks the next member, as much of it as may be held; false when there is none. What was unpacked before a fault is
    /// handed out, but not when all of it was and only its checksum does not fit.
    /// </summary>
    private async ValueTask<bool> HoldAsync(CancellationToken cancellationToken)
    {
        if (!await OpenMemberAsync(cancellationToken))
        {
            return false;
        }

        try
        {
            while (!_held.IsFull && await UnpackAsync(_held.Free(), cancellationToken) is > 0 and var read)
            {
                _held.Add(read, _feed!.TakeCount());
            }
        }
        catch (RejectedException e)
        {
            _fault = e;
        }

        return true;
    }

    /// <summary>0 at the member's end, which is closed then.</summary>
    private async ValueTask<int> UnpackAsync(Memory<byte> buffer, CancellationToken cancellationToken)
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

        if (read == 0)
        {
            await CloseMemberAsync(cancellationToken);
        }

        _crc = Crc32.Append(_crc, buffer.Span[..read]);
        _length += (uint)read;
        return read;
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
        _feed = new InflateFeed(packed);
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
        if (at < 0 || TrailerOwner.IsNextMember(packed.Span[..at], trailer))
        {
            var cut = at < 0 && (_feed.RanOut || EndsInLength(packed.Span, trailer));
            if (!cut)
            {
                _held.Clear();
            }

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

    /// <summary>A checksum that fits and a length that is cut off: they leave no doubt of the content.</summary>
    private static bool EndsInLength(ReadOnlySpan<byte> content, ReadOnlySpan<byte> trailer)
    {
        for (var length = sizeof(uint); length < TrailerLength; length++)
        {
            if (content.EndsWith(trailer[..length]))
            {
                return true;
            }
        }

        return false;
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
