using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Metadata;

/// <summary>Finds the name of the site that published an article.</summary>
internal static class SiteNameFinder
{
    public static Sourced<string>? Find(BlockView view, string?[] verdicts, PageFacts facts, LinkedData? article, GivenFields given)
    {
        var candidates = new (string? Name, string Source)[]
        {
            (given.SiteName, "given"), (facts.First("og:site_name"), "meta:og:site_name"), (article?.Publisher, "json-ld"),
            (facts.First("application-name"), "meta:application-name"), (facts.First("publisher"), "meta:publisher"),
        };
        foreach (var (name, source) in candidates)
        {
            if (!string.IsNullOrWhiteSpace(name) && !name.Contains("://", StringComparison.Ordinal))
            {
                return new Sourced<string>(name.Trim(), source);
            }
        }

        return OfText(view, verdicts);
    }

    /// <summary>In text dumps: the name before a stamp ("17WorldNews[2025.10.11-00:14]"), or the holder of the copyright.</summary>
    private static Sourced<string>? OfText(BlockView view, string?[] verdicts)
    {
        for (var i = verdicts.Length - 1; i >= 0; i--)
        {
            var text = view.Text(i);
            if (verdicts[i] == "view-count" && text.IndexOf('[') is > 1 and < 40 and var bracket)
            {
                return new Sourced<string>(text[..bracket].Trim().ToString(), "text", text.ToString());
            }
        }

        for (var i = verdicts.Length - 1; i >= 0; i--)
        {
            if (verdicts[i] == "copyright" && Holder(view.Text(i)) is { } holder)
            {
                return new Sourced<string>(holder, "copyright", view.Text(i).ToString());
            }
        }

        return null;
    }

    private static string? Holder(ReadOnlySpan<char> text)
    {
        const int LongestName = 40;
        var at = text.IndexOf('©');
        if (at < 0)
        {
            return null;
        }

        var rest = text[(at + 1)..].TrimStart(" 0123456789-–,");
        var end = rest.IndexOfAny(".·|,;");
        var name = (end < 0 ? rest : rest[..end]).Trim();
        return name.Length is > 1 and <= LongestName ? name.ToString() : null;
    }
}
