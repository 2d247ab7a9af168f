using System.Buffers;

namespace Pipeline.Articles.Metadata;

/// <summary>Brings a URL into the one form that stands for the page: no fragment, no tracking parameters, lower-case host.</summary>
internal static class UrlNormaliser
{
    private static readonly SearchValues<char> UrlEnds = SearchValues.Create(" \t\r\n\"<>】」）)");

    private static readonly string[] TrackingPrefixes = ["utm_", "at_", "mc_", "pk_", "hsa_", "_hs", "ns_", "icid", "oly_", "vero_", "ito"];

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "twclid", "ref", "ref_src", "ref_url", "cmpid", "cmp", "campaign", "smid", "smtyp", "soc_src",
        "soc_trk", "guccounter", "guce_referrer", "guce_referrer_sig", "ncid", "sr_share", "share", "taid", "wt_mc", "xtor", "ocid", "mbid", "srnd", "partner", "spm",
        "_ga", "_gl", "mkt_tok", "trk", "igsh", "wprov", "fb_action_ids", "fb_action_types", "recruiter", "cid", "cvid", "src", "sref", "source", "mkcid", "ftag", "intcid", "referrer", "tracking", "tse_id", "rss", "from", "feature", "comments", "outputtype", "embedded-checkout", "sh", "gift", "giftcopy", "unlocked_article_code", "leadsource", "mod",
    };

    /// <summary>The page's URL.</summary>
    /// <returns>The absolute URL, or null when the text is no http URL.</returns>
    public static string? Normalise(string? url, string? baseUrl = null) =>
        Absolute(url, baseUrl) is { } uri ? Write(uri, string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(IsContent))) : null;

    /// <summary>The URL of a file, such as an image: its whole query may be needed to get it.</summary>
    public static string? NormaliseFile(string? url, string? baseUrl = null) => Absolute(url, baseUrl) is { } uri ? Write(uri, uri.Query.TrimStart('?')) : null;

    private static Uri? Absolute(string? url, string? baseUrl)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Length > 4096)
        {
            return null;
        }

        var text = url.Trim();
        var isAbsolute = Uri.TryCreate(text.StartsWith("//", StringComparison.Ordinal) ? "https:" + text : text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        if (!isAbsolute && !(Uri.TryCreate(baseUrl, UriKind.Absolute, out var root) && root.Scheme is "http" or "https" && Uri.TryCreate(root, text, out uri)))
        {
            return null;
        }

        return uri is null || uri.Host.Length == 0 || uri.Scheme is not ("http" or "https") ? null : uri;
    }

    private static string Write(Uri uri, string query)
    {
        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return $"{uri.Scheme}://{uri.Host.ToLowerInvariant()}{port}{uri.AbsolutePath}{(query.Length > 0 ? "?" + query : "")}";
    }

    /// <summary>The first http URL in a text.</summary>
    public static string? FindIn(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !(text[at..].StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text[at..].StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var end = text[at..].IndexOfAny(UrlEnds);
        var url = (end < 0 ? text[at..] : text[at..(at + end)]).TrimEnd(".,;").ToString();
        return Normalise(url);
    }

    private static bool IsContent(string parameter)
    {
        var name = parameter.Split('=')[0];
        return !Tracking.Contains(name) && !TrackingPrefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }
}
