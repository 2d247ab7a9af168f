using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Warc;

/// <summary>Cuts a window into WARC records.</summary>
internal sealed class RecordCutter(ByteWindow window, int maxLength)
{
    private const int MaxHeaderLength = 64 * 1024;

    // Room for the HTTP header and the chunk marks around an article of the greatest length.
    private const int Overhead = 64 * 1024;

    private int _number;
    private int _pending;
    private Rejection? _gap;

    /// <summary>The next record, valid until the next call; null at the end.</summary>
    public async ValueTask<WarcRecord?> NextAsync(CancellationToken cancellationToken)
    {
        window.Advance(_pending);
        _pending = 0;
        var last = _number;
        try
        {
            return _gap is null ? await CutAsync(cancellationToken) : await CutBehindGapAsync(cancellationToken);
        }
        catch (RejectedException e) when (e.Scope == RejectionScope.Gap)
        {
            // What the gap took is a record of its own, unless the one being read already counts.
            _gap = e.Rejection;
            _number = last + 1;
            _pending = window.Length;
            return new WarcRecord(_number, null, default, 0, e.Rejection);
        }
    }

    private async ValueTask<WarcRecord?> CutBehindGapAsync(CancellationToken cancellationToken)
    {
        _gap = null;
        await FindStartAsync(cancellationToken);
        return await CutAsync(cancellationToken);
    }

    private async ValueTask<WarcRecord?> CutAsync(CancellationToken cancellationToken)
    {
        // 1. The start.
        await SkipBlankAsync(cancellationToken);
        if (window.Length == 0)
        {
            return null;
        }

        _number++;
        if (!await BeginsRecordAsync(cancellationToken))
        {
            await FindStartAsync(cancellationToken);
            return Broken("Between two WARC records stands something that is no record");
        }

        // 2. Its header.
        if (await HeaderAsync(cancellationToken) is not { } header || header.Length("Content-Length") is not { } length)
        {
            window.Advance(Math.Min(window.Length, 1));
            await FindStartAsync(cancellationToken);
            return Broken("The WARC record's header is broken or states no Content-Length");
        }

        // 3. Its block, kept only when it is wanted and not too long.
        if (!WarcRecord.HoldsPage(header))
        {
            await window.SkipAsync(length, cancellationToken);
            return new WarcRecord(_number, header, default, length, null);
        }

        return length > maxLength + Overhead ? await PassAsync(header, length, cancellationToken)
            : await KeepAsync(header, (int)length, cancellationToken);
    }

    private async ValueTask<WarcRecord> KeepAsync(WarcHeader header, int length, CancellationToken cancellationToken)
    {
        if (!await window.FillAsync(length, cancellationToken))
        {
            var missing = Reject.Corrupt($"The WARC record is cut off at {ByteSize.Text(window.Length)} of {ByteSize.Text(length)}");
            var next = window.Span.IndexOf("\nWARC/1."u8);
            _pending = next < 0 ? window.Length : next + 1;
            return new WarcRecord(_number, header, window.Memory[.._pending], length, missing);
        }

        // A length that is wrong shows by what follows: nothing, or line ends and another record. A gap there took none of this one.
        await window.PeekAsync(length + 16, cancellationToken);
        var rest = AsciiBytes.Trim(window.Span[length..Math.Min(window.Length, length + 16)]);
        var inside = rest.IsEmpty || AsciiBytes.StartsWith(rest, "WARC/") ? -1 : window.Span[..Math.Min(window.Length, length + 16)].IndexOf("\nWARC/1."u8);
        _pending = inside < 0 ? length : inside + 1;
        return new WarcRecord(_number, header, window.Memory[.._pending], length, null);
    }

    private async ValueTask<WarcRecord> PassAsync(WarcHeader header, long length, CancellationToken cancellationToken)
    {
        await window.FillAsync(4096, cancellationToken);
        var head = SingleReader.HeadOf(window);
        var passed = await window.SkipAsync(length, cancellationToken);
        return new WarcRecord(_number, header, head, length, passed < length
            ? Reject.Corrupt($"The WARC record is cut off at {ByteSize.Text(passed)} of {ByteSize.Text(length)}") : null);
    }

    private async ValueTask<WarcHeader?> HeaderAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (WarcHeader.Measure(window.Span) is var (total, blank))
            {
                var header = WarcHeader.Parse(window.Span[..(total - blank)]);
                window.Advance(total);
                return header;
            }

            if (window.Length > MaxHeaderLength || !await window.MoreAsync(cancellationToken))
            {
                return null;
            }
        }
    }

    private async ValueTask<bool> BeginsRecordAsync(CancellationToken cancellationToken)
    {
        await window.FillAsync("WARC/1.0".Length, cancellationToken);
        return AsciiBytes.StartsWith(window.Span, "WARC/");
    }

    private async ValueTask SkipBlankAsync(CancellationToken cancellationToken)
    {
        while (window.Length > 0 || await window.FillAsync(1, cancellationToken))
        {
            var content = window.Span.IndexOfAnyExcept("\r\n\t \0"u8);
            window.Advance(content < 0 ? window.Length : content);
            if (content >= 0)
            {
                return;
            }
        }
    }

    /// <summary>Moves to the next line that begins as a record does, or to the end.</summary>
    private async ValueTask FindStartAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (AsciiBytes.StartsWith(window.Span, "WARC/1."))
            {
                return;
            }

            var at = window.Span.IndexOf("\nWARC/1."u8);
            if (at >= 0)
            {
                window.Advance(at + 1);
                return;
            }

            window.Advance(Math.Max(0, window.Length - "\nWARC/1.".Length));
            if (!await window.MoreAsync(cancellationToken))
            {
                window.Advance(window.Length);
                return;
            }
        }
    }

    private WarcRecord Broken(string fault) => new(_number, null, default, 0, Reject.Corrupt(fault));
}
