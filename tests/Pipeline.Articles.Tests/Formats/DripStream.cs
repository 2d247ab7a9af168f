namespace Pipeline.Articles.Tests.Formats;

/// <summary>Gives at most so many bytes at a read (0: as many as are asked for), and cannot be sought in.</summary>
internal sealed class DripStream(byte[] content, int chunk, int failAt = int.MaxValue) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position >= failAt)
        {
            throw new EndOfStreamException("The storage failed.");
        }

        var read = Math.Min(Math.Min(count, chunk == 0 ? count : chunk), content.Length - _position);
        Array.Copy(content, _position, buffer, offset, read);
        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
