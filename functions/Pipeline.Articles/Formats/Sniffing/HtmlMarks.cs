using System.Collections.Frozen;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>Tells HTML from text by its tags.</summary>
internal static class HtmlMarks
{
    private const int Enough = 3;
    private const int CharactersPerTag = 150;

    private static readonly string[] DocumentStarts = ["<!doctype html", "<html", "<head", "<body"];

    private static readonly FrozenSet<string> Tags = FrozenSet.ToFrozenSet(
        [
            "a", "article", "aside", "b", "blockquote", "body", "br", "button", "caption", "center", "div", "em", "figcaption",
            "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe",
            "img", "input", "label", "li", "link", "main", "meta", "nav", "noscript", "ol", "p", "pre", "script", "section",
            "small", "span", "strong", "style", "sub", "sup", "svg", "table", "tbody", "td", "th", "thead", "time", "title", "tr",
            "u", "ul", "video",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The text begins as an HTML document does, after white space, comments and an XML declaration.</summary>
    public static bool BeginsDocument(ReadOnlySpan<char> text)
    {
        for (text = text.TrimStart(); ; text = text.TrimStart())
        {
            var end = text.StartsWith("<!--") ? text.IndexOf("-->") + 2
                : text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? text.IndexOf("?>") + 1 : 0;
            if (end < 3)
            {
                break;
            }

            text = text[(end + 1)..];
        }

        foreach (var start in DocumentStarts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && (text.Length == start.Length || text[start.Length] is '>' or ' ' or '\n' or '\r' or '\t' or '/'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The text is a piece of HTML: it begins with a tag, or it holds so many that they make its lines. Texts about HTML, and
    /// pages that lost their tags but kept those in their scripts, hold some too.
    /// </summary>
    public static bool IsFragment(ReadOnlySpan<char> text)
    {
        if (BeginsWithTag(text))
        {
            return true;
        }

        var count = CountTags(text, int.MaxValue);
        if (count < Enough || (long)count * CharactersPerTag >= text.Length)
        {
            return count >= Enough;
        }

        var lines = 0;
        foreach (var line in text.EnumerateLines())
        {
            lines += line.IsWhiteSpace() ? 0 : 1;
        }

        return count >= 2 * lines;
    }

    public static bool BeginsWithTag(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        return text.StartsWith("<") && IsTagAt(text, 0);
    }

    /// <summary>Number of known tags, counted no further than <paramref name="limit"/>.</summary>
    public static int CountTags(ReadOnlySpan<char> text, int limit)
    {
        var count = 0;
        for (var at = text.IndexOf('<'); at >= 0 && count < limit;)
        {
            count += IsTagAt(text, at) ? 1 : 0;
            var next = text[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return count;
    }

    private static bool IsTagAt(ReadOnlySpan<char> text, int at)
    {
        var start = at + 1 < text.Length && text[at + 1] == '/' ? at + 2 : at + 1;
        var end = start;
        while (end < text.Length && end - start < 12 && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end < text.Length && (text[end] is '>' or '/' || char.IsWhiteSpace(text[end]))
            && Tags.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[start..end]);
    }
}
