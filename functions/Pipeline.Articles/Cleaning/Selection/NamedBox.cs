using System.Buffers;
using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>Boxes that their class or id names, in any language of the text.</summary>
internal static class NamedBox
{
    private const int Levels = 3;

    private static readonly SearchValues<string> Consent =
        SearchValues.Create(["cookie", "consent", "gdpr", "onetrust", "privacy"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Related = SearchValues.Create(
        ["related", "recommend", "readmore", "read-more", "mostread", "most-read", "alsoread", "also-read", "recirc", "outbrain", "taboola"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Texts about cookies and privacy read like articles, and the scripts that hide them do not run here.</summary>
    public static bool IsConsent(BlockView view, int i) => IsNamed(view, i, Consent);

    /// <summary>A headline that leads to another article.</summary>
    public static bool IsRelatedLink(BlockView view, int i) =>
        view.LinkDensity(i) > 0.9 && !view.Facts[i].EndsSentence && IsNamed(view, i, Related);

    /// <summary>True when the element or one of the two around it is named so. An element's own id is no proof: headlines have such for links to them.</summary>
    private static bool IsNamed(BlockView view, int i, SearchValues<string> names)
    {
        var page = view.Page!;
        var node = view.List.Blocks[i].Node;
        for (var level = 0; level < Levels && node > 0 && page.Nodes[node].Tag is not (HtmlTag.Body or HtmlTag.Html or HtmlTag.Article or HtmlTag.Main); level++)
        {
            if (page.Class(node).ContainsAny(names) || (level > 0 && page.Id(node).ContainsAny(names)))
            {
                return true;
            }

            node = page.Nodes[node].Parent;
        }

        return false;
    }
}
