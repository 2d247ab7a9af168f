namespace Pipeline.Articles.Formats.Input;

/// <summary>A stretch of a stream that can be sought in. Several may be read by turns over one stream.</summary>
internal sealed class SliceStream(Stream inner, long start, long length) : ReadOnlyStream
{
    private long _position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(buffer.Length, length - _position);
        if (count <= 0)
        {
            return 0;
        }

        if (inner.Position != start + _position)
        {
            inner.Position = start + _position;
        }

        var read = await inner.ReadAsync(buffer[..count], cancellationToken);
        _position += read;
        return read;
    }
}
