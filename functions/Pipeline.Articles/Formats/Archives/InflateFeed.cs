using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>
/// Hands packed bytes to .NET's inflater and keeps the last ones in view: the inflater takes more than it needs and does not
/// tell how much, so the end of a gzip member is found again among them.
/// </summary>
internal sealed class InflateFeed(ByteWindow window, PackingRatio ratio) : ReadOnlyStream
{
    public int LastRead { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        window.Advance(LastRead);
        LastRead = 0;
        if (window.Length == 0 && !await window.FillAsync(1, cancellationToken))
        {
            return 0;
        }

        LastRead = Math.Min(buffer.Length, window.Length);
        window.Span[..LastRead].CopyTo(buffer.Span);
        ratio.CountPacked(LastRead);
        return LastRead;
    }
}
