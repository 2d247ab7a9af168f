namespace Pipeline.Articles.Metadata;

/// <summary>Takes the site's name off a page title: "Headline | Site", "Site: Headline", "Headline - Section - Site".</summary>
internal static class SiteSuffix
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " » ", " · ", " • ", " :: ", " / ", " ⋆ "];

    /// <param name="title">A page's title as one of its sources states it.</param>
    /// <param name="names">Names of the site: its own, its publisher's, its host's.</param>
    /// <param name="isElement">True for the title element, which nearly always names the site.</param>
    public static string Remove(string title, IReadOnlyList<string> names, bool isElement)
    {
        var text = title.Trim();
        for (var round = 0; round < 3; round++)
        {
            var shorter = RemoveOne(text, names, isElement);
            if (shorter.Length == text.Length)
            {
                break;
            }

            text = shorter;
        }

        return text;
    }

    private static string RemoveOne(string title, IReadOnlyList<string> names, bool isElement)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var head = title[..at].Trim();
            var tail = title[(at + separator.Length)..].Trim();
            var isBar = separator is " | " or " » " or " · " or " • " or " :: " or " ⋆ ";
            if (head.Length > 0 && (IsSite(tail, names) || (Words(tail) <= 4 && Words(head) >= 4 && (isBar || (isElement && Words(tail) <= 3 && char.IsUpper(tail[0]))))))
            {
                return head;
            }

            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (IsSite(title[..first].Trim(), names))
            {
                return title[(first + separator.Length)..].Trim();
            }
        }

        return title;
    }

    /// <summary>True of a site's name, or a part of it that is long enough to tell.</summary>
    public static bool IsSite(string text, IReadOnlyList<string> names)
    {
        const int ShortestPart = 4;
        var folded = Letters(text);
        return folded.Length > 1 && names.Any(name => Letters(name) is var site
            && (site == folded || (folded.Length >= ShortestPart && site.Contains(folded, StringComparison.Ordinal)) || (site.Length >= ShortestPart && folded.StartsWith(site, StringComparison.Ordinal) && folded.Length <= site.Length + 12)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
