using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>A page that is nothing but teasers: many linked headlines, never much running text between two of them, nor much of it in all.</summary>
internal static class TeaserList
{
    private const int FewestHeadlines = 8;
    private const int HeadlineWords = 4;
    private const int LongestTeaser = 80;

    public static bool Is(BlockView view)
    {
        if (view.Page is null)
        {
            return false;
        }

        var (headlines, linked, prose, teaser) = (0, 0, 0, 0);
        for (var i = 0; i < view.Count; i++)
        {
            if ((view.List.Blocks[i].Marks & (HtmlMark.Nav | HtmlMark.Footer | HtmlMark.Dialog)) != 0)
            {
                continue;
            }

            if (IsHeadline(view, i))
            {
                return false;
            }

            if (view.LinkDensity(i) > 0.6 && view.Facts[i].Words >= HeadlineWords)
            {
                headlines++;
                linked += view.Facts[i].Words;
                teaser = 0;
                continue;
            }

            var words = view.IsProse(i) ? view.Facts[i].Words : 0;
            prose += words;
            teaser += words;
            if (teaser >= LongestTeaser)
            {
                return false;
            }
        }

        return headlines >= FewestHeadlines && linked > prose / 3;
    }

    /// <summary>A top heading of many words that leads nowhere is an article's own, if only of an article that lists things.</summary>
    private static bool IsHeadline(BlockView view, int i)
    {
        const int SectionWords = 4;
        return view.Page!.Nodes[view.List.Blocks[i].Node].Tag == HtmlTag.H1 && view.Facts[i].Words > SectionWords && view.LinkDensity(i) < 0.5;
    }
}
