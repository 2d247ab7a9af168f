using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Languages;

/// <summary>
/// What each n-gram weighs in which languages. Most n-grams are of one or two languages and are lists of language and weight; the short
/// ones that a text is full of are of dozens, and are rows with a weight for every language, added 32 languages at a time.
/// </summary>
internal sealed class NgramPostings(int languages)
{
    /// <summary>From so many languages on a row is faster than a list.</summary>
    private const int FewestInRow = 8;

    /// <summary>Rows whose weights, a byte each, cannot overflow the 16 bits in which they are added up.</summary>
    private const int MostRows = ushort.MaxValue / byte.MaxValue;

    private readonly int _rowLength = (languages + Vector256<byte>.Count - 1) & ~(Vector256<byte>.Count - 1);
    private readonly List<byte> _lists = [0];
    private readonly List<byte> _rows = [];

    /// <summary>Takes an n-gram in.</summary>
    /// <param name="pairs">A language and a weight for each posting.</param>
    /// <returns>The n-gram's place: greater than 0 for a list, less than 0 for a row.</returns>
    public int Add(ReadOnlySpan<byte> pairs)
    {
        if (pairs.Length < 2 * FewestInRow)
        {
            _lists.Add((byte)(pairs.Length / 2));
            _lists.AddRange(pairs);
            return _lists.Count - pairs.Length - 1;
        }

        var start = _rows.Count;
        CollectionsMarshal.SetCount(_rows, start + _rowLength);
        var row = CollectionsMarshal.AsSpan(_rows)[start..];
        row.Clear();
        for (var i = 0; i < pairs.Length; i += 2)
            row[pairs[i]] = pairs[i + 1];
        return -1 - (start / _rowLength);
    }

    /// <summary>Adds the weights of n-grams with lists.</summary>
    /// <param name="places">Places of lists, a few hundred at most: room for each is taken from the stack.</param>
    /// <param name="scores">A sum for each language.</param>
    public void AddLists(ReadOnlySpan<int> places, Span<int> scores)
    {
        var lists = CollectionsMarshal.AsSpan(_lists);

        // The lengths first: reads that do not wait for each other.
        Span<int> ends = stackalloc int[places.Length];
        for (var i = 0; i < places.Length; i++)
            ends[i] = places[i] + (2 * lists[places[i]]);
        for (var i = 0; i < places.Length; i++)
        {
            for (var p = places[i] + 1; p < ends[i]; p += 2)
                scores[lists[p]] += lists[p + 1];
        }
    }

    /// <summary>Adds the weights of n-grams with rows.</summary>
    /// <param name="places">Places of rows; at most 257.</param>
    /// <param name="scores">A sum for each language.</param>
    public void AddRows(ReadOnlySpan<int> places, Span<int> scores)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places.Length, MostRows);
        Span<ushort> sums = stackalloc ushort[Vector256<byte>.Count];
        ref var rows = ref MemoryMarshal.GetReference(CollectionsMarshal.AsSpan(_rows));
        for (var first = 0; first < _rowLength; first += Vector256<byte>.Count)
        {
            var (low, high) = (Vector256<ushort>.Zero, Vector256<ushort>.Zero);
            foreach (var place in places)
            {
                var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref rows, (nuint)(((-1 - place) * _rowLength) + first)));
                low += lower;
                high += upper;
            }

            low.StoreUnsafe(ref sums[0]);
            high.StoreUnsafe(ref sums[Vector256<ushort>.Count]);
            var some = scores[first..Math.Min(scores.Length, first + Vector256<byte>.Count)];
            for (var i = 0; i < some.Length; i++)
                some[i] += sums[i];
        }
    }
}
