using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Metadata.Authors;

/// <summary>Finds bylines by what their elements say: rel and itemprop, links to authors' pages, class names.</summary>
internal static class AuthorMarkup
{
    private const int LargestByline = 60;
    private const int MostTexts = 8;
    private const int FarthestApart = 24;

    private static readonly System.Buffers.SearchValues<string> AuthorPaths = System.Buffers.SearchValues.Create(
        ["/author/", "/authors/", "/auteur/", "/auteurs/", "/autor/", "/autores/", "/autoren/", "/autore/", "/staff/", "/people/", "/person/", "/profile/", "/profiles/", "/contributors/", "/contributor/", "/journalist", "/byline/", "/by/", "/reporter", "/writer", "/redaktion/", "/redakce/", "/yazar", "/columnist", "/editor/"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<string> BylineClasses = System.Buffers.SearchValues.Create(
        ["byline", "author-name", "author_name", "authorname", "post-author", "entry-author", "article-author", "article__author", "author__name", "story-author", "meta-author", "author-link", "contributor-name", "autor", "auteur", "reporter-name"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The texts of the first kind of element that has any, in the stretch of nodes given.</summary>
    public static (List<string> Texts, string Source) Find(HtmlDocument page, int first, int end)
    {
        for (var kind = 0; kind < 3; kind++)
        {
            var texts = Texts(page, first, end, kind);
            if (texts.Exists(text => AuthorNames.Split(text).Count > 0))
            {
                return (texts, kind switch { 0 => "rel:author", 1 => "link:author", _ => "class:byline" });
            }
        }

        return ([], "");
    }

    private static List<string> Texts(HtmlDocument page, int first, int end, int kind)
    {
        var nodes = page.Nodes;
        var texts = new List<string>();
        var last = 0;
        for (var i = Math.Max(0, first); i < end && i < nodes.Length && texts.Count < MostTexts; i++)
        {
            if (nodes[i].Tag == HtmlTag.Text || (nodes[i].Marks & HtmlMark.Invisible) != 0 || nodes[i].End - i > LargestByline || !Is(page, i, kind) || IsAboutOthers(page, i, kind) || IsReviewer(page, i))
            {
                continue;
            }

            // Co-authors stand together; who stands farther off wrote something else.
            if (texts.Count > 0 && (kind == 2 || i - last > FarthestApart))
            {
                break;
            }

            texts.AddRange(Parts(page, i));
            i = nodes[i].End - 1;
            last = i;
        }

        return texts;
    }

    private static bool Is(HtmlDocument page, int node, int kind) => kind switch
    {
        0 => (page.Nodes[node].Tag == HtmlTag.A && page.Attribute(node, "rel").Contains("author", StringComparison.OrdinalIgnoreCase))
            || ((page.Nodes[node].Marks & HtmlMark.HasItemProp) != 0 && page.Attribute(node, "itemprop").Equals("author", StringComparison.OrdinalIgnoreCase)),
        1 => page.Nodes[node].Tag == HtmlTag.A && page.Attribute(node, "href").ContainsAny(AuthorPaths),
        _ => IsBylineClass(page.Class(node)) || (page.Nodes[node].Tag == HtmlTag.Address && page.Nodes[node].End - node < LargestByline / 2),
    };

    private static bool IsBylineClass(ReadOnlySpan<char> names) =>
        !names.IsEmpty && (names.ContainsAny(BylineClasses) || names.Equals("author", StringComparison.OrdinalIgnoreCase) || names.StartsWith("author ", StringComparison.OrdinalIgnoreCase))
        && !names.Contains("date", StringComparison.OrdinalIgnoreCase) && !names.Contains("comment", StringComparison.OrdinalIgnoreCase);

    /// <summary>Links inside a byline are its names where they look like names; else its pieces of text, one by one.</summary>
    private static List<string> Parts(HtmlDocument page, int node)
    {
        var nodes = page.Nodes;
        var links = new List<string>();
        var pieces = new List<string>();
        for (var i = node; i < nodes[node].End; i++)
        {
            if (nodes[i].Tag == HtmlTag.A && i > node && AuthorNames.Split(page.TextOf(i)) is [var name] && AuthorNames.IsPersonLike(name))
            {
                links.Add(page.TextOf(i));
            }

            if (nodes[i].Tag == HtmlTag.Text && (nodes[i].Marks & HtmlMark.Invisible) == 0 && page.TextOf(i) is { Length: > 0 } text)
            {
                pieces.Add(text);
            }
        }

        return links.Count > 0 ? [string.Join(" and ", links)] : pieces.Count > 1 && pieces.Find(piece => AuthorNames.Split(piece) is [var one] && AuthorNames.IsPersonLike(one)) is { } person && !HasJoint(pieces)
            ? [person]
            : [string.Join(' ', pieces)];
    }

    /// <summary>True when some piece only joins others: ", ", "and".</summary>
    private static bool HasJoint(List<string> pieces) => pieces.Exists(piece => piece.Trim() is "," or "and" or "&" or "und" or "et" or "y" or "e" or "og" or "och" or "en" or "i" or ";" || piece.EndsWith(',') || piece.StartsWith("and ", StringComparison.Ordinal));

    private static readonly System.Buffers.SearchValues<string> ReviewWords = System.Buffers.SearchValues.Create(
        ["review", "edited", "editor", "fact check", "fact-check", "medically", "photograph", "illustrat", "geprüft", "relu par", "revisado", "translat"], StringComparison.OrdinalIgnoreCase);

    /// <summary>"Reviewed by", "Edited by" before a name: she is no author.</summary>
    private static bool IsReviewer(HtmlDocument page, int node)
    {
        const int FarthestBack = 6;
        const int LongestLabel = 40;
        for (var i = node - 1; i >= Math.Max(0, node - FarthestBack); i--)
        {
            if (page.Nodes[i].Tag == HtmlTag.Text && page.Source.AsSpan(page.Nodes[i].Start, page.Nodes[i].Stop - page.Nodes[i].Start) is var text && !text.IsWhiteSpace())
            {
                return text.Length <= LongestLabel && text.ContainsAny(ReviewWords);
            }
        }

        return false;
    }

    /// <summary>Comments and lists of other articles name people too.</summary>
    private static bool IsAboutOthers(HtmlDocument page, int node, int kind)
    {
        const int FarthestUp = 8;
        var i = page.Nodes[node].Parent;
        for (var steps = 0; i > 0 && steps < FarthestUp; steps++, i = page.Nodes[i].Parent)
        {
            if ((page.Nodes[i].Marks & HtmlMark.Nav) != 0 || (kind == 1 && (page.Nodes[i].Marks & HtmlMark.Footer) != 0) || HasToken(page.Class(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasToken(ReadOnlySpan<char> names)
    {
        foreach (var range in names.Split(' '))
        {
            var token = names[range];
            if (token.StartsWith("comment-", StringComparison.OrdinalIgnoreCase) || token is "comments" or "comment" or "comments-area" or "comments-list" or "commentlist" || token.StartsWith("related", StringComparison.OrdinalIgnoreCase) || token.StartsWith("recommend", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
