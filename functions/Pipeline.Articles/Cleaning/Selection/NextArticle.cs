using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// Finds where a page that goes on with further articles, as sites do that load them while the reader scrolls, begins the second:
/// at a headline of the same kind as the first, in an article element of its own behind the first one's text.
/// </summary>
internal static class NextArticle
{
    private const int LeastProse = 60;

    /// <returns>The first block of what follows the article; the number of blocks when nothing does.</returns>
    public static int Find(BlockView view, FoundTitle title)
    {
        if (view.Page is not { } page || title.Block < 0 || view.List.Blocks[title.Block].Shape != BlockShape.Heading)
        {
            return view.Count;
        }

        var first = view.List.Blocks[title.Block].Node;
        var article = view.Tree!.Enclosing(first, HtmlTag.Article);
        for (var i = title.Block + 1; i < view.Count; i++)
        {
            var node = view.List.Blocks[i].Node;
            if (node == first || !IsLike(page, first, node, article >= 0))
            {
                continue;
            }

            var other = view.Tree.Enclosing(node, HtmlTag.Article);
            if (other > first && (article < 0 || other >= page.Nodes[article].End))
            {
                var start = FirstIn(view, other, i);
                return HasProse(view, title.Block + 1, start) ? start : view.Count;
            }
        }

        return view.Count;
    }

    /// <summary>The same element with the same first class; without a class only an article element around the first one tells.</summary>
    private static bool IsLike(HtmlDocument page, int first, int second, bool isInArticle) =>
        page.Nodes[first].Tag == page.Nodes[second].Tag && FirstName(page.Class(first)) is var name && name.SequenceEqual(FirstName(page.Class(second)))
        && (!name.IsEmpty || isInArticle);

    private static ReadOnlySpan<char> FirstName(ReadOnlySpan<char> names)
    {
        names = names.TrimStart();
        var end = names.IndexOfAny(" \t\r\n");
        return end < 0 ? names : names[..end];
    }

    private static bool HasProse(BlockView view, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
        {
            words += view.IsProse(i) ? view.Facts[i].Words : 0;
        }

        return words >= LeastProse;
    }

    private static int FirstIn(BlockView view, int article, int block)
    {
        while (block > 0 && view.List.Blocks[block - 1].Node >= article)
        {
            block--;
        }

        return block;
    }
}
