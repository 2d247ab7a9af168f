namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// Finds the stretch of blocks that holds the article: the one with the greatest sum of words in prose less words of furniture
/// (maximum-sum segment, Kadane 1984 in Bentley's "Programming Pearls").
/// </summary>
internal static class SegmentSelector
{
    public static (int First, int Last) Find(BlockView view)
    {
        var best = 0.0;
        var sum = 0.0;
        var start = 0;
        var (first, last) = (0, -1);
        for (var i = 0; i < view.Count; i++)
        {
            sum += view.IsProse(i) ? view.Facts[i].Words : -4 - (view.Facts[i].Words * view.LinkDensity(i));
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
