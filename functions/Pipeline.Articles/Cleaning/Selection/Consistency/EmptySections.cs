using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Selection.Consistency;

/// <summary>Headings over nothing: behind all text of the article, or over a section with links that went as a whole ("Read next").</summary>
internal static class EmptySections
{
    private const string Rule = "empty-section";
    private const int LongestHeading = 14;
    private const double Links = 0.5;
    private const double FewestLinked = 0.1;

    public static void Remove(BlockView view, string?[] verdicts)
    {
        var last = verdicts.Length - 1;
        while (last >= 0 && (verdicts[last] is not null || IsHeading(view, last)))
        {
            last--;
        }

        if (last < 0)
        {
            return;
        }

        for (var i = last + 1; i < verdicts.Length; i++)
        {
            verdicts[i] ??= Rule;
        }

        for (var i = 0; i < last; i++)
        {
            if (verdicts[i] is null && IsHeading(view, i) && IsOverNothing(view, verdicts, i + 1))
            {
                verdicts[i] = Rule;
            }
        }
    }

    /// <summary>Some pages have whole paragraphs in heading elements; these are none.</summary>
    private static bool IsHeading(BlockView view, int i) =>
        view.List.Blocks[i].Shape == BlockShape.Heading && view.Facts[i].Words <= LongestHeading && (!view.Facts[i].EndsSentence || view.Facts[i].EndsQuestion);

    private static bool IsOverNothing(BlockView view, string?[] verdicts, int start)
    {
        var (end, linked) = (start, 0);
        while (end < verdicts.Length && verdicts[end] is not null)
        {
            linked += view.LinkDensity(end) > Links ? 1 : 0;
            end++;
        }

        return end > start && linked >= FewestLinked * (end - start) && (end == verdicts.Length || IsHeading(view, end));
    }
}
