using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Articles.Cleaning.Sites;

/// <summary>
/// A line that other articles of the site carry too is the site's. A paragraph needs more witnesses than a short line, since
/// articles quote each other, and a headline inside the article as well, since series share them.
/// </summary>
internal static class SiteRule
{
    public const string Name = "site-memory";

    private const int Witnesses = 2;
    private const int EnoughElements = 3;
    private const int MostTaken = 3;

    /// <summary>Takes out what the site carries elsewhere, and what stands beyond it; leaves everything when that would take most of the article.</summary>
    public static void Apply(BlockView view, string?[] verdicts, uint[] hashes, SiteRecall recall)
    {
        var (first, last) = Bounds(verdicts, hashes, recall);
        var remove = new List<int>();
        var (kept, removed) = (0, 0);
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is not null)
            {
                continue;
            }

            kept += view.Facts[i].Words;
            if (i < first || i > last || IsOfSite(view, i, recall.Others(hashes[i]), recall))
            {
                remove.Add(i);
                removed += view.Facts[i].Words;
            }
        }

        // An article that the site posted before in other words would be taken for furniture.
        if (removed * MostTaken > kept)
        {
            return;
        }

        foreach (var i in remove)
        {
            verdicts[i] = Name;
        }
    }

    /// <summary>
    /// Lines that stand only before, or only behind, the site's other articles bound this one too: what the cleaner kept beyond the
    /// nearest two of them is a teaser or a caption of the site.
    /// </summary>
    private static (int First, int Last) Bounds(string?[] verdicts, uint[] hashes, SiteRecall recall)
    {
        var middle = Middle(verdicts);
        var (first, last) = (-1, verdicts.Length);
        for (var (i, met) = (middle, 0); i >= 0 && met < Witnesses; i--)
        {
            if (verdicts[i] is not null && recall.Place(hashes[i]) == LinePlace.Before)
            {
                met++;
                first = met == Witnesses ? i : first;
            }
        }

        for (var (i, met) = (middle, 0); i < verdicts.Length && met < Witnesses; i++)
        {
            if (verdicts[i] is not null && recall.Place(hashes[i]) == LinePlace.After)
            {
                met++;
                last = met == Witnesses ? i : last;
            }
        }

        return (first, last);
    }

    /// <summary>The block in the middle of what was kept.</summary>
    private static int Middle(string?[] verdicts)
    {
        var kept = Enumerable.Range(0, verdicts.Length).Where(i => verdicts[i] is null).ToList();
        return kept.Count == 0 ? 0 : kept[kept.Count / 2];
    }

    /// <param name="others">Other articles that carry the block's text.</param>
    private static bool IsOfSite(BlockView view, int i, int others, SiteRecall recall)
    {
        var known = recall.Known;
        if (view.IsProse(i))
        {
            // Follow-ups repeat a paragraph of background; only what half of the articles carry is the site's.
            return others >= (view.Page is null ? 2 : 3) && others * 2 >= known;
        }

        if (view.List.Blocks[i].Shape == BlockShape.Heading || (view.List.Blocks[i].Marks & HtmlMark.Heading) != 0)
        {
            return others >= 3 && others * 4 >= known;
        }

        // Elements of one class hold the article, or never do: that speaks for short blocks, which say little themselves.
        var (kept, removed) = view.Page is null ? (0, 0) : recall.Element(SiteObserver.Signature(view, i));
        if (kept >= EnoughElements || removed >= EnoughElements)
        {
            return removed >= EnoughElements || others * 2 >= known && others > 1;
        }

        return others * 8 >= known && (others >= 2 || (others == 1 && StandsApart(view, i)));
    }

    /// <summary>A line of a text between two empty lines, of letters: one witness is enough. Pieces of a line, prices and labels need two.</summary>
    private static bool StandsApart(BlockView view, int i)
    {
        const int FewestLetters = 5;
        return view.Page is null && view.List.Blocks[i].Gap > 0 && (i + 1 == view.Count || view.List.Blocks[i + 1].Gap > 0) && view.Facts[i].Letters >= FewestLetters && !view.Facts[i].EndsColon;
    }
}
