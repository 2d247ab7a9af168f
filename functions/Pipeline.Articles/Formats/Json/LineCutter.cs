using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Json;

/// <summary>Cuts a window into lines, and passes over what is too long to be kept.</summary>
internal sealed class LineCutter(ByteWindow window, int maxLength)
{
    private int _pending;

    public int Number { get; private set; }

    /// <summary>The next line, valid until the next call; null at the end.</summary>
    public async ValueTask<Line?> NextAsync(CancellationToken cancellationToken)
    {
        window.Advance(_pending);
        _pending = 0;
        Number++;
        for (var searched = 0; ;)
        {
            var end = window.Span[searched..].IndexOf((byte)'\n');
            if (end >= 0 || (window.Ended && window.Length > 0))
            {
                var length = end >= 0 ? searched + end : window.Length;
                _pending = end >= 0 ? length + 1 : length;
                return length > maxLength ? Long(window.Memory[..length], length) : new Line(Number, window.Memory[..length]);
            }

            if (window.Ended)
            {
                return null;
            }

            searched = window.Length;
            if (searched > maxLength)
            {
                return await SkipAsync(cancellationToken);
            }

            try
            {
                await window.MoreAsync(cancellationToken);
            }
            catch (RejectedException e) when (e.Scope == RejectionScope.Gap)
            {
                // The line that the gap cuts is lost; a new one begins behind it.
                _pending = window.Length;
                return new Line(Number, window.Memory, Fault: e.Rejection);
            }
        }
    }

    private async ValueTask<Line> SkipAsync(CancellationToken cancellationToken)
    {
        var head = window.Span[..4096].ToArray();
        for (long length = 0; ; await window.FillAsync(1, cancellationToken))
        {
            var end = window.Span.IndexOf((byte)'\n');
            length += end >= 0 ? end : window.Length;
            window.Advance(end >= 0 ? end + 1 : window.Length);
            if (end >= 0 || window.Ended)
            {
                return Long(head, length);
            }
        }
    }

    private Line Long(ReadOnlyMemory<byte> bytes, long length) =>
        new(Number, bytes[..Math.Min(bytes.Length, 4096)], length, TooLong: true);
}
