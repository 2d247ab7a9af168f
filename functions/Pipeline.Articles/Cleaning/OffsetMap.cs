using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning;

/// <summary>
/// Leads from places in the cleaned text back to the received text. Compact: one entry for each stretch that was taken over
/// unbroken, four numbers each.
/// </summary>
public sealed class OffsetMap
{
    private readonly Segment[] _segments;

    internal OffsetMap(Segment[] segments) => _segments = segments;

    public static OffsetMap Empty { get; } = new([]);

    /// <summary>How many unbroken stretches there are.</summary>
    public int Count => _segments.Length;

    /// <summary>The stretches of the received text that the cleaned text stands for, in order, without overlap.</summary>
    public IEnumerable<TextSpan> KeptSpans =>
        _segments.Where(segment => segment.RawLength > 0).Select(segment => new TextSpan(segment.Raw, segment.RawLength));

    /// <summary>
    /// The stretches as flat numbers for storing: clean offset, clean length, raw offset, raw length, and so on.
    /// </summary>
    public int[] ToFlat() => [.. _segments.SelectMany(s => new[] { s.Clean, s.CleanLength, s.Raw, s.RawLength })];

    /// <summary>The inverse of <see cref="ToFlat"/>.</summary>
    /// <exception cref="ArgumentException">The count of numbers is no multiple of four.</exception>
    public static OffsetMap FromFlat(ReadOnlySpan<int> numbers)
    {
        if (numbers.Length % 4 != 0)
        {
            throw new ArgumentException("Each stretch has four numbers.", nameof(numbers));
        }

        var segments = new Segment[numbers.Length / 4];
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = new Segment(numbers[4 * i], numbers[(4 * i) + 1], numbers[(4 * i) + 2], numbers[(4 * i) + 3]);
        }

        return new OffsetMap(segments);
    }

    /// <summary>The place in the received text of a place in the cleaned text, both in UTF-16 code units.</summary>
    /// <param name="offset">0 up to and including the cleaned text's length.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the cleaned text.</exception>
    public int ToRaw(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (_segments.Length == 0)
        {
            return 0;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _segments[^1].CleanEnd);
        var low = 0;
        var high = _segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _segments[middle].Clean <= offset ? (middle, high) : (low, middle - 1);
        }

        var segment = _segments[low];
        return segment.CleanLength == segment.RawLength || offset == segment.Clean
            ? segment.Raw + (offset - segment.Clean)
            : offset >= segment.CleanEnd ? segment.RawEnd : segment.Raw;
    }

    /// <summary>The stretch of the received text that a stretch of the cleaned text came from.</summary>
    public TextSpan ToRaw(TextSpan cleaned)
    {
        var start = ToRaw(cleaned.Offset);
        if (cleaned.Length == 0)
        {
            return new TextSpan(start, 0);
        }

        // The last character decides the end, not the first one after it, which may stand paragraphs further on.
        var last = ToRaw(cleaned.End - 1);
        var end = Array.Find(_segments, s => s.Clean <= cleaned.End - 1 && cleaned.End - 1 < s.CleanEnd) is var s && s.CleanLength == s.RawLength ? last + 1 : s.RawEnd;
        return new TextSpan(start, Math.Max(0, end - start));
    }
}
