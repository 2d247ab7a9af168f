using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Pipeline.Articles.Cleaning.Learning;

/// <summary>
/// A tree of depth six, as all that the assembly carries are. Its 64 leaves fill eight vectors: the last three answers pick a place in
/// each of them, the first three pick the vector, and no row waits for a leaf of its own to be read. Where the processor has vectors of
/// sixteen and can pick from two of them at once, the first answer alone is left to choose.
/// </summary>
internal static class SixQuestions
{
    public const int Depth = 6;

    /// <summary>Adds the tree's answers to the scores of all rows, eight at a time.</summary>
    /// <param name="values">All columns of a table.</param>
    /// <param name="columns">Where the six columns that the tree asks about begin.</param>
    /// <param name="thresholds">What each is compared with.</param>
    /// <param name="leaves">The answers.</param>
    /// <param name="scores">The sums of the trees so far.</param>
    public static void Add(ReadOnlySpan<float> values, ReadOnlySpan<int> columns, ReadOnlySpan<float> thresholds, ReadOnlySpan<float> leaves, Span<float> scores)
    {
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var leaf = ref MemoryMarshal.GetReference(leaves);
        ref var score = ref MemoryMarshal.GetReference(scores);
        var (column0, column1, column2) = (columns[0], columns[1], columns[2]);
        var (column3, column4, column5) = (columns[3], columns[4], columns[5]);
        var bar0 = Vector256.Create(thresholds[0]);
        var bar1 = Vector256.Create(thresholds[1]);
        var bar2 = Vector256.Create(thresholds[2]);
        var bar3 = Vector256.Create(thresholds[3]);
        var bar4 = Vector256.Create(thresholds[4]);
        var bar5 = Vector256.Create(thresholds[5]);
        var row = Avx512F.IsSupported ? AddSixteen(ref value, columns, thresholds, leaves, scores) : 0;
        for (; row < scores.Length; row += Vector256<float>.Count)
        {
            var place = (Asks(ref value, column3 + row, bar3).AsInt32() & Vector256.Create(4))
                | (Asks(ref value, column4 + row, bar4).AsInt32() & Vector256.Create(2))
                | (Asks(ref value, column5 + row, bar5).AsInt32() & Vector256.Create(1));
            var second = Asks(ref value, column1 + row, bar1);
            var third = Asks(ref value, column2 + row, bar2);
            var no = Pick(second, Pick(third, Leaf(ref leaf, 0, place), Leaf(ref leaf, 1, place)), Pick(third, Leaf(ref leaf, 2, place), Leaf(ref leaf, 3, place)));
            var yes = Pick(second, Pick(third, Leaf(ref leaf, 4, place), Leaf(ref leaf, 5, place)), Pick(third, Leaf(ref leaf, 6, place), Leaf(ref leaf, 7, place)));
            (Vector256.LoadUnsafe(ref score, (nuint)row) + Pick(Asks(ref value, column0 + row, bar0), no, yes)).StoreUnsafe(ref score, (nuint)row);
        }
    }

    /// <summary>The same for sixteen rows at a time.</summary>
    /// <returns>How many rows are done.</returns>
    private static int AddSixteen(ref float value, ReadOnlySpan<int> columns, ReadOnlySpan<float> thresholds, ReadOnlySpan<float> leaves, Span<float> scores)
    {
        ref var leaf = ref MemoryMarshal.GetReference(leaves);
        ref var score = ref MemoryMarshal.GetReference(scores);
        var (column0, column1, column2) = (columns[0], columns[1], columns[2]);
        var (column3, column4, column5) = (columns[3], columns[4], columns[5]);
        var bar0 = Vector512.Create(thresholds[0]);
        var bar1 = Vector512.Create(thresholds[1]);
        var bar2 = Vector512.Create(thresholds[2]);
        var bar3 = Vector512.Create(thresholds[3]);
        var bar4 = Vector512.Create(thresholds[4]);
        var bar5 = Vector512.Create(thresholds[5]);
        var (no, noLast) = (Vector512.LoadUnsafe(ref leaf), Vector512.LoadUnsafe(ref leaf, 16));
        var (yes, yesLast) = (Vector512.LoadUnsafe(ref leaf, 32), Vector512.LoadUnsafe(ref leaf, 48));
        var row = 0;
        for (; row + Vector512<float>.Count <= scores.Length; row += Vector512<float>.Count)
        {
            var place = (Asks(ref value, column1 + row, bar1).AsInt32() & Vector512.Create(16))
                | (Asks(ref value, column2 + row, bar2).AsInt32() & Vector512.Create(8))
                | (Asks(ref value, column3 + row, bar3).AsInt32() & Vector512.Create(4))
                | (Asks(ref value, column4 + row, bar4).AsInt32() & Vector512.Create(2))
                | (Asks(ref value, column5 + row, bar5).AsInt32() & Vector512.Create(1));
            var answer = Vector512.ConditionalSelect(
                Asks(ref value, column0 + row, bar0), Avx512F.PermuteVar16x32x2(yes, place, yesLast), Avx512F.PermuteVar16x32x2(no, place, noLast));
            (Vector512.LoadUnsafe(ref score, (nuint)row) + answer).StoreUnsafe(ref score, (nuint)row);
        }

        return row;
    }

    private static Vector512<float> Asks(ref float values, int place, Vector512<float> bar) => Vector512.GreaterThan(Vector512.LoadUnsafe(ref values, (nuint)place), bar);

    private static Vector256<float> Pick(Vector256<float> answer, Vector256<float> no, Vector256<float> yes) => Vector256.ConditionalSelect(answer, yes, no);

    private static Vector256<float> Asks(ref float values, int place, Vector256<float> bar) => Vector256.GreaterThan(Vector256.LoadUnsafe(ref values, (nuint)place), bar);

    private static Vector256<float> Leaf(ref float leaves, int vector, Vector256<int> place) =>
        Vector256.ShuffleNative(Vector256.LoadUnsafe(ref leaves, (nuint)(vector * Vector256<float>.Count)), place);
}
