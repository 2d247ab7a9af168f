namespace Pipeline.Articles.Formats.Input;

/// <summary>
/// The received stream. It remembers when the stream itself fails, so that a storage fault is never taken for a fault
/// of the file: .NET's own format readers throw exceptions of the same types.
/// </summary>
internal sealed class SourceStream(Stream inner, Budget budget) : ReadOnlyStream
{
    private readonly long _origin = inner.CanSeek ? inner.Position : 0;

    public bool Failed { get; private set; }

    public override bool CanSeek => inner.CanSeek;

    public override long Length => inner.Length - _origin;

    public override long Position
    {
        get => inner.Position - _origin;
        set => Guarded(() => inner.Position = value + _origin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await inner.ReadAsync(buffer, cancellationToken);
        }
        catch
        {
            Failed = true;
            throw;
        }

        if (!CanSeek)
        {
            budget.CountBytes(0, read);
        }

        return read;
    }

    private void Guarded(Action action)
    {
        try
        {
            action();
        }
        catch
        {
            Failed = true;
            throw;
        }
    }
}
