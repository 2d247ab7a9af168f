using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Metadata;

/// <summary>Finds the name of the site that published an article.</summary>
internal static class SiteNameFinder
{
    public static Sourced<string>? Find(BlockView view, string?[] verdicts, PageFacts facts, LinkedData? article, GivenFields given, string? url)
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

        return OfText(view, verdicts) ?? OfHost(url);
    }

    private static Sourced<string>? OfHost(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var host = uri.Host;
        return new Sourced<string>(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host, "url", url);
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

        return CopyrightLine.Holder(view, verdicts);
    }
}
