namespace Pipeline.Articles.Formats.Input;

/// <summary>The rest of a window as a stream, for readers of .NET that want one.</summary>
internal sealed class WindowStream(ByteWindow window) : ReadOnlyStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (window.Length == 0 && !await window.FillAsync(1, cancellationToken))
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, window.Length);
        window.Span[..count].CopyTo(buffer.Span);
        window.Advance(count);
        return count;
    }
}
