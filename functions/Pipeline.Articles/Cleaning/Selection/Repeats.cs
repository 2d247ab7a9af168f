namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// Finds blocks that say once more what stands above: pages carry the whole article a second time in one piece, for readers who pay or
/// for machines.
/// </summary>
internal static class Repeats
{
    private const int LargeBlock = 150;
    private const int MostAsked = 12;
    private const int Probes = 8;
    private const int ProbeLength = 32;

    /// <summary>Removes large blocks most of which stands in the blocks kept before.</summary>
    public static void RemoveLarge(BlockView view, string?[] verdicts)
    {
        var asked = 0;
        for (var i = 1; i < verdicts.Length && asked < MostAsked; i++)
        {
            if (verdicts[i] is null && view.Facts[i].Words >= LargeBlock && view.Text(i).Length > 2 * Probes * ProbeLength)
            {
                asked++;
                verdicts[i] = StandsBefore(view, verdicts, i) ? "repeated" : null;
            }
        }
    }

    private static bool StandsBefore(BlockView view, string?[] verdicts, int block)
    {
        var text = view.Text(block);
        var found = 0;
        for (var probe = 0; probe < Probes; probe++)
        {
            var sample = text.Slice(probe * (text.Length - ProbeLength) / (Probes - 1), ProbeLength);
            found += view.List.Text[..view.List.Blocks[block].Start].IndexOf(sample) is >= 0 and var place && IsKept(view, verdicts, place) ? 1 : 0;
        }

        // A probe may lie across two paragraphs, so not all of them are found.
        return found >= Probes - 3;
    }

    private static bool IsKept(BlockView view, string?[] verdicts, int place)
    {
        var (low, high) = (0, view.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = view.List.Blocks[middle].Start <= place ? (middle, high) : (low, middle - 1);
        }

        return verdicts[low] is null;
    }
}
