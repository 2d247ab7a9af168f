using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// The first text under the headline. Most news articles count it as theirs, but the model has learnt as well from pages of other kinds,
/// which mostly do not, and nothing on a page tells the two apart. So the bar for it is lower than for the rest.
/// </summary>
internal static class Standfirst
{
    /// <summary>Its bar, as a part of the page's.</summary>
    public const float Bar = 0.5f;

    private const int Reach = 12;
    private const int FewestWords = 5;

    /// <returns>The first block under the headline that has some words and reaches the lower bar; -1 when there is none.</returns>
    public static int Find(BlockView view, FoundTitle title, float[] scores, float threshold)
    {
        var last = title.Block < 0 ? -1 : Math.Min(view.Count - 1, title.Block + Reach);
        for (var i = title.Block + 1; i <= last; i++)
        {
            if (scores[i] >= threshold * Bar && view.Facts[i].Words >= FewestWords && view.LinkDensity(i) < 0.5)
            {
                return i;
            }
        }

        return -1;
    }
}
