using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>The header of a gzip member (RFC 1952, section 2.3).</summary>
internal static class GzipHeader
{
    private const int FixedLength = 10;
    private const int MaxLength = 64 * 1024;

    // The only method there is.
    private const byte Deflate = 8;
    private const byte HasChecksum = 2;
    private const byte HasExtra = 4;
    private const byte HasName = 8;
    private const byte HasComment = 16;
    private const byte Reserved = 0xE0;

    /// <summary>Length of the header in view; null when there is none.</summary>
    public static async ValueTask<int?> LengthAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        await window.FillAsync(FixedLength, cancellationToken);
        if (!IsStart(window.Span))
        {
            return null;
        }

        for (var known = 256; ; known *= 2)
        {
            var ended = !await window.FillAsync(known, cancellationToken);
            if (Measure(window.Span) is { } length)
            {
                return length;
            }

            if (ended || known > MaxLength)
            {
                return null;
            }
        }
    }

    /// <summary>Moves behind a fault to what looks like the next member; false when there is none.</summary>
    public static async ValueTask<bool> FindAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        for (window.Advance(Math.Min(1, window.Length)); await window.FillAsync(FixedLength, cancellationToken);)
        {
            var at = window.Span.IndexOf(Start);
            if (at < 0)
            {
                window.Advance(window.Length - 2);
                continue;
            }

            window.Advance(at);
            if (await window.FillAsync(FixedLength, cancellationToken) && IsStart(window.Span))
            {
                return true;
            }

            window.Advance(1);
        }

        return false;
    }

    /// <summary>Place of what looks like a header; -1 when nothing does.</summary>
    public static int IndexOf(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; bytes[from..].IndexOf(Start) is >= 0 and var at; from += at + 1)
        {
            if (IsStart(bytes[(from + at)..]))
            {
                return from + at;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<byte> Start => [0x1F, 0x8B, Deflate];

    // Reserved flags must be zero.
    private static bool IsStart(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= FixedLength && bytes.StartsWith(Start) && (bytes[3] & Reserved) == 0;

    /// <summary>Length of the header at the beginning; null when it goes on beyond the bytes.</summary>
    public static int? Measure(ReadOnlySpan<byte> bytes)
    {
        var flags = bytes[3];
        var at = FixedLength;
        if ((flags & HasExtra) != 0)
        {
            if (bytes.Length < at + 2)
            {
                return null;
            }

            at += 2 + (bytes[at] | (bytes[at + 1] << 8));
        }

        foreach (var flag in (ReadOnlySpan<byte>)[HasName, HasComment])
        {
            if ((flags & flag) != 0)
            {
                var end = at < bytes.Length ? bytes[at..].IndexOf((byte)0) : -1;
                if (end < 0)
                {
                    return null;
                }

                at += end + 1;
            }
        }

        at += (flags & HasChecksum) != 0 ? 2 : 0;
        return at <= bytes.Length ? at : null;
    }
}
