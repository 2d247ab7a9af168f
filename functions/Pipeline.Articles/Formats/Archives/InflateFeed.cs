using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>
/// Hands packed bytes to .NET's inflater and keeps the last ones in view: the inflater takes more than it needs and does not
/// tell how much, so the end of a gzip member is found again among them.
/// </summary>
internal sealed class InflateFeed(ByteWindow window) : ReadOnlyStream
{
    private int _untold;

    public int LastRead { get; private set; }

    /// <summary>The inflater asked for more than there is: the member is cut off.</summary>
    public bool RanOut { get; private set; }

    /// <summary>Bytes handed over since this was asked last.</summary>
    public int TakeCount() => (_untold, _untold = 0).Item1;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        window.Advance(LastRead);
        LastRead = 0;
        if (window.Length == 0 && !await window.FillAsync(1, cancellationToken))
        {
            RanOut = true;
            return 0;
        }

        LastRead = Math.Min(buffer.Length, window.Length);
        window.Span[..LastRead].CopyTo(buffer.Span);
        _untold += LastRead;
        return LastRead;
    }
}
