using Pipeline.Articles.Cleaning.Blocks;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// Finds where a page that goes on with further articles, as sites do that load them while the reader scrolls, begins the second:
/// at a headline of the same kind as the first, in an article element of its own behind that of the first.
/// </summary>
internal static class NextArticle
{
    private const int LeastProse = 60;

    /// <returns>The first block of what follows the article; the number of blocks when nothing does.</returns>
    public static int Find(BlockView view, FoundTitle title)
    {
        if (view.Page is null || title.Block < 0)
        {
            return view.Count;
        }

        var nodes = view.Page.Nodes;
        var heading = view.List.Blocks[title.Block].Node;
        var article = view.Tree!.Enclosing(heading, HtmlTag.Article);
        if (article < 0 || view.List.Blocks[title.Block].Shape != BlockShape.Heading)
        {
            return view.Count;
        }

        var prose = 0;
        for (var i = title.Block + 1; i < view.Count; i++)
        {
            ref readonly var block = ref view.List.Blocks[i];
            if (block.Node < nodes[article].End)
            {
                prose += view.IsProse(i) ? view.Facts[i].Words : 0;
            }
            else if (prose >= LeastProse && IsLike(view.Page, heading, block.Node) && view.Tree.Enclosing(block.Node, HtmlTag.Article) is >= 0 and var other
                && other >= nodes[article].End)
            {
                return FirstIn(view, other, i);
            }
        }

        return view.Count;
    }

    private static bool IsLike(HtmlDocument page, int first, int second) =>
        page.Nodes[first].Tag == page.Nodes[second].Tag && page.Class(first).SequenceEqual(page.Class(second));

    private static int FirstIn(BlockView view, int article, int block)
    {
        while (block > 0 && view.List.Blocks[block - 1].Node >= article)
        {
            block--;
        }

        return block;
    }
}
