using System.Buffers;

namespace Pipeline.Articles.Formats.Input;

/// <summary>
/// A view on the next bytes of a stream, as long as its reader asks for. Every format is read through one, so that
/// nothing more of a file is in memory than its current entry. Not thread-safe.
/// </summary>
internal sealed class ByteWindow(Stream stream) : IDisposable
{
    private const int Chunk = 64 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Chunk);
    private int _start;
    private int _end;
    private RejectedException? _gap;

    /// <summary>Nothing follows the bytes in view.</summary>
    public bool Ended { get; private set; }

    /// <summary>How many bytes lie before the view.</summary>
    public long Position { get; private set; }

    public int Length => _end - _start;

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(_start, Length);

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(_start, Length);

    /// <summary>Widens the view to at least <paramref name="count"/> bytes; false when the stream ends before.</summary>
    public async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        while (Length < count && !Ended)
        {
            if (_gap is { } gap)
            {
                _gap = null;
                throw gap;
            }

            MakeRoom(count);
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _end += read;
            Ended = read == 0;
        }

        return Length >= count;
    }

    /// <summary>
    /// Widens the view as <see cref="FillAsync"/> does, but only up to a gap; who then fills the window further meets the gap.
    /// </summary>
    public async ValueTask PeekAsync(int count, CancellationToken cancellationToken)
    {
        try
        {
            await FillAsync(count, cancellationToken);
        }
        catch (RejectedException e) when (e.Scope == RejectionScope.Gap && Length > 0)
        {
            _gap = e;
        }
    }

    /// <summary>Widens the view by at least one byte; false at the end of the stream.</summary>
    public ValueTask<bool> MoreAsync(CancellationToken cancellationToken) => FillAsync(Length + 1, cancellationToken);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Length);
        _start += count;
        Position += count;
    }

    /// <summary>Passes over bytes without keeping them; the number passed is less only at the end of the stream.</summary>
    public async ValueTask<long> SkipAsync(long count, CancellationToken cancellationToken)
    {
        var left = count;
        while (left > 0 && (Length > 0 || await FillAsync(1, cancellationToken)))
        {
            var step = (int)Math.Min(left, Length);
            Advance(step);
            left -= step;
        }

        return count - left;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        (_buffer, _start, _end, Ended) = ([], 0, 0, true);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void MakeRoom(int count)
    {
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }

        if (_buffer.Length - _end > 0 && _buffer.Length - _start >= count)
        {
            return;
        }

        // Bytes move rarely: only when the buffer is full, and then half of it at least is free again.
        var needed = Math.Max(count, Length + (Length / 2));
        var target = needed <= _buffer.Length - (_buffer.Length / 4) ? _buffer : ArrayPool<byte>.Shared.Rent(Math.Max(needed * 3 / 2, Chunk));
        Span.CopyTo(target);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        (_start, _end) = (0, _end - _start);
    }
}
