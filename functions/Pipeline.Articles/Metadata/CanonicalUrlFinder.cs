using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Metadata;

/// <summary>Finds the URL of the page that an article stands on.</summary>
internal static class CanonicalUrlFinder
{
    public static Sourced<string>? Find(BlockView view, string?[] verdicts, PageFacts facts, LinkedData? article, GivenFields given)
    {
        var candidates = new (string? Url, string Source)[]
        {
            (facts.CanonicalLink, "link:canonical"), (facts.First("og:url"), "meta:og:url"), (article?.Url, "json-ld"), (given.Url, "given"),
        };
        foreach (var (raw, source) in candidates)
        {
            if (UrlNormaliser.Normalise(raw, given.Url) is { } url && !IsHomePage(url))
            {
                return new Sourced<string>(url, source, url == raw ? null : raw);
            }
        }

        return view.Page is null ? OfText(view, verdicts) : OfSourceLine(view, verdicts);
    }

    private static Sourced<string>? OfSourceLine(BlockView view, string?[] verdicts)
    {
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] == "source-line" && UrlNormaliser.FindIn(view.Text(i)) is { } url && !IsHomePage(url))
            {
                return new Sourced<string>(url, "source-line", view.Text(i).ToString());
            }
        }

        return null;
    }

    /// <summary>In a text dump: a "Source:" line, a line "URL: https://…", or one that is nothing but a URL, at the head or the end.</summary>
    private static Sourced<string>? OfText(BlockView view, string?[] verdicts)
    {
        const int Edge = 6;
        if (OfSourceLine(view, verdicts) is { } named)
        {
            return named;
        }

        for (var i = 0; i < verdicts.Length; i++)
        {
            if (!view.Facts[i].HasUrl || (i >= Edge && i < verdicts.Length - Edge))
            {
                continue;
            }

            var text = view.Text(i);
            var at = text.IndexOf("http", StringComparison.OrdinalIgnoreCase);
            var label = at < 0 ? default : text[..at].Trim();
            var isLine = at >= 0 && text[at..].IndexOf(' ') < 0 && (label.IsEmpty || (label.Length <= 24 && label[^1] is ':' or '：' or '→' or '>'));
            if (isLine && UrlNormaliser.FindIn(text) is { } url && !IsHomePage(url))
            {
                return new Sourced<string>(url, "text", text.ToString());
            }
        }

        return null;
    }

    private static bool IsHomePage(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/" && uri.Query.Length == 0;
}
