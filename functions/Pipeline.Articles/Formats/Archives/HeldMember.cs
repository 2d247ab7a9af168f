using System.Buffers;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>What was unpacked of a gzip member ahead of its reader, so that nothing of it comes out before its checksum was seen.</summary>
/// <param name="maxArticle">Bytes of the greatest article: one in a member of its own is held whole. Of a longer member the rest is handed out as it comes.</param>
internal sealed class HeldMember(int maxArticle) : IDisposable
{
    private const int Chunk = 64 * 1024;

    // A WARC record has two headers besides.
    private readonly int _maxLength = maxArticle + (2 * Chunk);

    private readonly Queue<byte[]> _chunks = new();
    private byte[] _last = [];
    private int _start;
    private int _end;
    private int _length;
    private long _packed;

    public bool IsEmpty => _length == 0;

    public bool IsFull => _length >= _maxLength;

    /// <summary>Room for more, at least one byte.</summary>
    public Memory<byte> Free()
    {
        if (_chunks.Count == 0 || _end == Chunk)
        {
            (_last, _end) = (ArrayPool<byte>.Shared.Rent(Chunk), 0);
            _chunks.Enqueue(_last);
        }

        return _last.AsMemory(_end, Chunk - _end);
    }

    /// <param name="unpacked">Bytes that were written to what <see cref="Free"/> gave.</param>
    /// <param name="packed">Bytes that these took before.</param>
    public void Add(int unpacked, int packed)
    {
        _end += unpacked;
        _length += unpacked;
        _packed += packed;
    }

    /// <summary>Takes bytes out, and with them their share of the packed ones.</summary>
    public (int Unpacked, int Packed) Take(Span<byte> buffer)
    {
        var first = _chunks.Peek();
        var end = _chunks.Count == 1 ? _end : Chunk;
        var count = Math.Min(buffer.Length, end - _start);
        first.AsSpan(_start, count).CopyTo(buffer);
        var packed = (int)(_packed * count / _length);
        _start += count;
        _length -= count;
        _packed -= packed;
        if (_start == end)
        {
            ArrayPool<byte>.Shared.Return(_chunks.Dequeue());
            _start = 0;
        }

        return (count, packed);
    }

    public void Clear()
    {
        while (_chunks.TryDequeue(out var chunk))
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        (_start, _end, _length, _packed) = (0, 0, 0, 0);
    }

    public void Dispose() => Clear();
}
