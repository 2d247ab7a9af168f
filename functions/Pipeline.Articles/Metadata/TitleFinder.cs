using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Metadata;

/// <summary>Finds the headline: given, in the page's metadata, in its headings, or in a line of a text.</summary>
internal static class TitleFinder
{
    public static FoundTitle Find(BlockView view, PageFacts facts, GivenFields given)
    {
        var found = !string.IsNullOrWhiteSpace(given.Title) ? new FoundTitle(Characters.Fold(given.Title), "given", null, -1)
            : view.Page is null ? TextTitle.Find(view)
            : PageTitle.Find(view, facts);
        return found.Block >= 0 || found.Value.Length == 0 ? found : found with { Block = BlockOf(view, found.Value) };
    }

    /// <summary>True when two texts are the same but for case, spaces and marks.</summary>
    public static bool Same(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        Math.Abs(first.Length - second.Length) <= 12 && TextHash.Folded(first) == TextHash.Folded(second);

    private static int BlockOf(BlockView view, string title)
    {
        var best = -1;
        for (var i = 0; i < view.Count; i++)
        {
            if (view.Facts[i].Words <= 60 && Same(view.Text(i), title) && (best < 0 || (view.List.Blocks[i].Shape == BlockShape.Heading && view.List.Blocks[best].Shape != BlockShape.Heading)))
            {
                best = i;
            }
        }

        return best;
    }
}
