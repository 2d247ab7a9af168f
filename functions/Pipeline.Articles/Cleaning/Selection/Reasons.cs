using System.Numerics;
using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Names the most telling thing about a block that the model removed, so that a reader of the audit sees why.</summary>
internal static class Reasons
{
    private const int ShortBlock = 40;

    private static readonly string[] ByPhrase =
    [
        "share-box", "newsletter-box", "related-link", "comments", "copyright", "consent", "advertisement", "account", "image-credit", "byline", "date-line", "interface",
        "follow-box", "source-note", "appeal", "view-count", "biography",
    ];

    public static string Name(BlockView view, int i)
    {
        ref readonly var block = ref view.List.Blocks[i];
        return (block.Marks & HtmlMark.Nav) != 0 ? "navigation"
            : (block.Marks & HtmlMark.Footer) != 0 ? "footer"
            : (block.Marks & HtmlMark.Figure) != 0 ? "caption"
            : (block.Marks & HtmlMark.Aside) != 0 ? "aside"
            : (block.Marks & (HtmlMark.Dialog | HtmlMark.Form)) != 0 ? "form"
            : view.Phrases[i] != PhraseKind.None && view.Facts[i].Words <= ShortBlock ? ByPhrase[BitOperations.TrailingZeroCount((uint)view.Phrases[i])]
            : view.LinkDensity(i) > 0.6 ? "links"
            : (block.Marks & HtmlMark.Hidden) != 0 ? "hidden"
            : "score";
    }
}
