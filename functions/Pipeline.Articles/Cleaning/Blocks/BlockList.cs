using System.Runtime.InteropServices;

namespace Pipeline.Articles.Cleaning.Blocks;

/// <summary>
/// All text of a source, block after block in one buffer: decoded, white space folded, each stretch with its place in the source.
/// Written once from front to back, then only read.
/// </summary>
internal sealed class BlockList(string source)
{
    private readonly List<Segment> _segments = [];
    private readonly List<Block> _blocks = [];
    private char[] _text = GC.AllocateUninitializedArray<char>(Math.Clamp(source.Length, 256, 1 << 14));
    private int _length;
    private int _blockStart;
    private int _firstSegment;

    public string Source { get; } = source;

    /// <summary>True when the source is UTF-8 that was read as windows-1252; then such characters are repaired.</summary>
    public bool IsMojibake { get; } = Cleaning.Text.Mojibake.Abounds(source);

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    public ReadOnlySpan<Segment> Segments => CollectionsMarshal.AsSpan(_segments);

    public Span<Block> Blocks => CollectionsMarshal.AsSpan(_blocks);

    public int Count => _blocks.Count;

    /// <summary>Length of the text of the block that is being written.</summary>
    public int Pending => _length - _blockStart;

    public ReadOnlySpan<char> TextOf(in Block block) => _text.AsSpan(block.Start, block.End - block.Start);

    /// <summary>Where the block begins in the source, and where it ends.</summary>
    public TextSpan RawSpanOf(in Block block)
    {
        var start = _segments[block.FirstSegment].Raw;
        return new TextSpan(start, _segments[block.EndSegment - 1].RawEnd - start);
    }

    /// <summary>Adds characters of the source as they are.</summary>
    public void Append(int raw, int length)
    {
        Grow(length);
        Source.AsSpan(raw, length).CopyTo(_text.AsSpan(_length));
        var segments = CollectionsMarshal.AsSpan(_segments);
        if (segments.Length > _firstSegment && segments[^1] is var last && last.RawEnd == raw && last.RawLength == last.CleanLength)
        {
            segments[^1] = last with { CleanLength = last.CleanLength + length, RawLength = last.RawLength + length };
        }
        else
        {
            _segments.Add(new Segment(_length, length, raw, length));
        }

        _length += length;
    }

    /// <summary>Adds characters that stand for a stretch of the source.</summary>
    public void AppendInstead(int raw, int rawLength, ReadOnlySpan<char> clean)
    {
        if (clean.IsEmpty)
        {
            return;
        }

        Grow(clean.Length);
        clean.CopyTo(_text.AsSpan(_length));
        _segments.Add(new Segment(_length, clean.Length, raw, rawLength));
        _length += clean.Length;
    }

    /// <summary>Adds one space for a white space character of the source, unless one stands there or the block is empty.</summary>
    public void AppendSpace(int raw)
    {
        if (_length == _blockStart || _text[_length - 1] == ' ')
        {
            return;
        }

        if (Source[raw] == ' ')
        {
            Append(raw, 1);
        }
        else
        {
            AppendInstead(raw, 1, " ");
        }
    }

    /// <summary>Adds one space for a stretch of the source, unless one stands there or the block is empty.</summary>
    public void AppendSpaceInstead(int raw, int rawLength)
    {
        if (_length > _blockStart && _text[_length - 1] != ' ')
        {
            AppendInstead(raw, rawLength, " ");
        }
    }

    /// <summary>Adds a space that the source lacks.</summary>
    public void InsertSpace(int raw)
    {
        if (_length > _blockStart && _text[_length - 1] != ' ')
        {
            AppendInstead(raw, 0, " ");
        }
    }

    /// <summary>Ends the block being written; nothing happens when it holds no text.</summary>
    public bool EndBlock(in Block block)
    {
        if (_length > _blockStart && _text[_length - 1] == ' ')
        {
            DropLast();
        }

        if (_length == _blockStart)
        {
            return false;
        }

        _blocks.Add(block with { Start = _blockStart, End = _length, FirstSegment = _firstSegment, EndSegment = _segments.Count });
        _blockStart = _length;
        _firstSegment = _segments.Count;
        return true;
    }

    /// <summary>Takes the last character of the block being written away again, unless it stands for more than itself.</summary>
    public void DropLast()
    {
        var last = _segments[^1];
        _length--;
        if (last.CleanLength == 1)
        {
            _segments.RemoveAt(_segments.Count - 1);
        }
        else if (last.CleanLength == last.RawLength)
        {
            _segments[^1] = last with { CleanLength = last.CleanLength - 1, RawLength = last.RawLength - 1 };
        }
        else
        {
            _length++;
        }
    }

    private void Grow(int more)
    {
        if (_length + more > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_length + more, _text.Length * 2));
        }
    }
}
