using System.Buffers;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Json;

/// <summary>Cuts a window into the values of a list, or into the values that stand one after another without one.</summary>
internal sealed class ItemCutter(ByteWindow window, int maxLength, bool wrapped)
{
    private static readonly SearchValues<byte> Separators = SearchValues.Create(" \t\r\n,\u001E\uFEFF"u8);
    private static readonly SearchValues<byte> Structure = SearchValues.Create(",]}[{\"\n"u8);

    private int _pending;
    private bool _lost;
    private bool _done;

    public int Count { get; private set; }

    public bool ListIsOpen { get; private set; }

    /// <summary>The last value never ended, which says all about the end of the file.</summary>
    public bool CutOff { get; private set; }

    /// <summary>The next value, valid until the next call; null at the end.</summary>
    public async ValueTask<Item?> NextAsync(CancellationToken cancellationToken)
    {
        window.Advance(_pending);
        _pending = 0;
        if (_lost)
        {
            await FindLineOfObjectAsync(cancellationToken);
        }

        while (!_done && await SkipSeparatorsAsync(cancellationToken))
        {
            switch (window.Span[0])
            {
                case (byte)'[' when !ListIsOpen:
                    ListIsOpen = true;
                    break;
                case (byte)']':
                    ListIsOpen = false;
                    _done = wrapped;
                    break;
                case (byte)'}':
                    break;
                default:
                    Count++;
                    return await CutAsync(cancellationToken);
            }

            window.Advance(1);
        }

        return null;
    }

    /// <summary>Nothing but white space follows. The last value is no longer valid after this.</summary>
    public async ValueTask<bool> EndsAsync(CancellationToken cancellationToken)
    {
        window.Advance(_pending);
        _pending = 0;
        return !_lost && !await SkipSeparatorsAsync(cancellationToken);
    }

    private async ValueTask<bool> SkipSeparatorsAsync(CancellationToken cancellationToken)
    {
        while (window.Length > 0 || await window.FillAsync(1, cancellationToken))
        {
            var content = window.Span.IndexOfAnyExcept(Separators);
            window.Advance(content < 0 ? window.Length : content);
            if (content >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<Item> CutAsync(CancellationToken cancellationToken)
    {
        var scanner = new ValueScanner();
        var bare = window.Span[0] is not ((byte)'{' or (byte)'[' or (byte)'"');
        long skipped = 0;
        byte[]? head = null;
        for (var scanned = 0; ;)
        {
            var fresh = window.Span[scanned..];
            var end = bare ? fresh.IndexOfAny(Structure) : scanner.Scan(fresh);
            _lost = scanner.Broken;
            if (end >= 0 || window.Ended)
            {
                var length = end >= 0 ? scanned + end : window.Length;
                CutOff = end < 0;
                var fault = _lost ? Reject.BadString : end < 0 && !bare ? Reject.JsonCutOff : null;
                return Cut(length, skipped + length, head, fault);
            }

            scanned = window.Length;
            if (scanned > maxLength)
            {
                // Too long to keep: its end is looked for all the same, so that the next value is found.
                head ??= SingleReader.HeadOf(window);
                skipped += scanned;
                window.Advance(scanned);
                scanned = 0;
            }

            try
            {
                await window.MoreAsync(cancellationToken);
            }
            catch (RejectedException e) when (e.Scope == RejectionScope.Gap)
            {
                _lost = true;
                return Cut(window.Length, skipped + window.Length, head, e.Rejection);
            }
        }
    }

    private Item Cut(int length, long total, byte[]? head, Rejection? fault)
    {
        _pending = length;
        var tooLong = total > maxLength;
        var bytes = head ?? (tooLong ? window.Memory[..Math.Min(length, 4096)] : window.Memory[..length]);
        return new Item(Count, bytes, ListIsOpen, total, tooLong && fault is null, fault);
    }

    /// <summary>Behind a fault, the next line that begins with a brace is taken for the next object.</summary>
    private async ValueTask FindLineOfObjectAsync(CancellationToken cancellationToken)
    {
        _lost = false;
        while (window.Length > 0 || await window.FillAsync(1, cancellationToken))
        {
            var line = window.Span.IndexOf((byte)'\n');
            if (line < 0)
            {
                window.Advance(window.Length);
                continue;
            }

            window.Advance(line + 1);
            var more = await SkipSeparatorsAsync(cancellationToken);
            if (!more || window.Span[0] is (byte)'{' or (byte)']')
            {
                return;
            }
        }
    }
}
