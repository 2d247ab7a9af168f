namespace Pipeline.Articles.Metadata;

/// <summary>Takes the site's name off a page title: "Headline | Site", "Site: Headline", "Headline - Section - Site".</summary>
internal static class SiteSuffix
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " » ", " · ", " • ", " :: ", " / ", " ⋆ "];

    public static string Remove(string title, string? site, string? heading)
    {
        if (heading is { Length: > 8 } && title.Contains(heading, StringComparison.OrdinalIgnoreCase))
        {
            return heading;
        }

        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at <= 0)
            {
                continue;
            }

            var head = title[..at].Trim();
            var tail = title[(at + separator.Length)..].Trim();
            if (IsSite(tail, site) || Words(tail) <= 4 && Words(head) >= 4 && separator is not (" / ") && tail.Length > 0)
            {
                return head.Length > 0 ? Remove(head, site, null) : title;
            }

            if (IsSite(head, site))
            {
                return tail;
            }
        }

        return title.Trim();
    }

    private static bool IsSite(string text, string? site) =>
        site is { Length: > 1 } && Cleaning.TextHash.Folded(text) == Cleaning.TextHash.Folded(site);

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
