namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// Finds the stretch of blocks that holds the article: the one with the greatest sum of words in prose less words of furniture
/// (maximum-sum segment, Kadane 1984 in Bentley's "Programming Pearls").
/// </summary>
internal static class SegmentSelector
{
    public static (int First, int Last) Find(BlockView view) => Find(view, 0, view.Count, view.IsProse);

    /// <summary>The same among some of the blocks, with the caller's own notion of prose.</summary>
    public static (int First, int Last) Find(BlockView view, int from, int to, Func<int, bool> isProse)
    {
        var best = 0.0;
        var sum = 0.0;
        var start = from;
        var (first, last) = (from, from - 1);
        for (var i = from; i < to; i++)
        {
            sum += isProse(i) ? view.Facts[i].Words : -4 - (view.Facts[i].Words * view.LinkDensity(i));
            if (sum <= 0)
            {
                sum = 0;
                start = i + 1;
            }
            else if (sum > best)
            {
                best = sum;
                (first, last) = (start, i);
            }
        }

        return (first, last);
    }
}
