using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Metadata;

/// <summary>The blocks around an article's head, where bylines and dates stand: from a little above the
/// title to a little below the first paragraph, which may be a standfirst above the byline.</summary>
/// <param name="Title">The title's block, or the first one where no block shows the title.</param>
internal readonly record struct HeaderZone(int First, int End, int Title)
{
    public static HeaderZone Find(BlockView view, string?[] verdicts, int titleBlock)
    {
        const int Above = 5;
        const int AboveText = 14;
        const int Longest = 40;
        const int Below = 8;
        var first = Array.FindIndex(verdicts, verdict => verdict is null);
        while (first >= 0 && first < verdicts.Length && !(verdicts[first] is null && view.IsProse(first)))
        {
            first++;
        }

        if (first < 0 || first >= verdicts.Length)
        {
            return new HeaderZone(0, Math.Min(verdicts.Length, Longest), Math.Max(0, titleBlock));
        }

        var start = titleBlock >= 0 && titleBlock <= first && first - titleBlock < Longest ? Math.Max(0, titleBlock - Above) : Math.Max(0, first - AboveText);
        return new HeaderZone(start, Math.Min(verdicts.Length, first + Below), Math.Max(start, titleBlock));
    }
}
