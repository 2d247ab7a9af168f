using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Sites;

/// <summary>
/// Names the site that a source comes from, before it is cleaned: the key of what is remembered of the site. By URL where one is
/// given, in the page's head, or in most links of a text; else by the name at the end of the first line or of the copyright.
/// </summary>
public static class SiteKey
{
    private const int HeadRead = 200_000;
    private const int LongestName = 40;
    private static readonly System.Buffers.SearchValues<char> HostEnds = System.Buffers.SearchValues.Create("/ \t\r\n\"'<>)]:?#");

    private static readonly System.Buffers.SearchValues<string> Shared = System.Buffers.SearchValues.Create(
        ["twitter.", "facebook.", "instagram.", "youtube.", "youtu.be", "linkedin.", "pinterest.", "whatsapp.", "t.me", "x.com", "google.", "apple.", "reddit.", "tiktok.", "doubleclick.", "amazon."], StringComparison.OrdinalIgnoreCase);

    /// <returns>"crier.example" for a host, "=town crier" for a name; null when nothing tells.</returns>
    public static string? Find(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Host(source.Given.Url) ?? (source.Kind == MediaKind.Html ? OfPage(source.Text) : OfText(source.Text));
    }

    private static string? OfPage(string page)
    {
        var head = page.AsSpan(0, Math.Min(page.Length, HeadRead));
        string? name = null;
        for (var at = 0; at < head.Length;)
        {
            var next = head[at..].IndexOf('<');
            if (next < 0)
            {
                break;
            }

            at += next;
            var tag = head[at..];
            if (tag.StartsWith("<body", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            if (tag.StartsWith("<link", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<meta", StringComparison.OrdinalIgnoreCase))
            {
                if (Host(UrlOf(tag, out var siteName)) is { } host)
                {
                    return host;
                }

                name ??= siteName;
            }

            at++;
        }

        return Name(name);
    }

    private static string? UrlOf(ReadOnlySpan<char> tag, out string? siteName)
    {
        siteName = null;
        ReadOnlySpan<char> kind = default;
        ReadOnlySpan<char> value = default;
        foreach (var attribute in new HtmlAttributes(tag))
        {
            kind = attribute.NameIs("rel") || attribute.NameIs("property") || attribute.NameIs("name") ? attribute.Value : kind;
            value = attribute.NameIs("href") || attribute.NameIs("content") ? attribute.Value : value;
        }

        siteName = kind.Equals("og:site_name", StringComparison.OrdinalIgnoreCase) ? value.ToString() : null;
        return kind.Equals("canonical", StringComparison.OrdinalIgnoreCase) || kind.Equals("og:url", StringComparison.OrdinalIgnoreCase) ? value.ToString() : null;
    }

    private static string? Host(string? url)
    {
        if (UrlNormaliser.Normalise(url) is not { } whole || !Uri.TryCreate(whole, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var host = uri.IdnHost;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static string? OfText(string text) => OfLinks(text) ?? Name(TitleEnd(text)) ?? Name(Copyright(text));

    /// <summary>The host of at least three links and of most.</summary>
    private static string? OfLinks(string text)
    {
        const int Fewest = 3;
        const int Most = 200;
        var hosts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var links = 0;
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0 && links < Most; at = text.IndexOf("://", at + 3, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + 3);
            var end = rest[..Math.Min(rest.Length, 80)].IndexOfAny(HostEnds);
            var host = end > 3 ? rest[..end] : default;
            host = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
            if (host.Contains('.') && !host.ContainsAny(Shared))
            {
                links++;
                var key = host.ToString().ToLowerInvariant();
                hosts[key] = hosts.GetValueOrDefault(key) + 1;
            }
        }

        return hosts.Count == 0 ? null : hosts.MaxBy(host => host.Value) is var best && best.Value >= Fewest && best.Value * 2 > links ? best.Key : null;
    }

    /// <summary>"Headline | Town Crier" in the first line, where dumps carry the page's title.</summary>
    private static string? TitleEnd(string text)
    {
        const int MostWords = 5;
        var line = FirstLine(text);
        foreach (var separator in new[] { " | ", " – ", " — ", " - " })
        {
            var at = line.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 8 && line[(at + separator.Length)..] is { Length: > 1 and <= LongestName } end && end.Count(' ') < MostWords && !end.Any(char.IsAsciiDigit))
            {
                return end;
            }
        }

        return null;
    }

    private static string? Copyright(string text)
    {
        const int Longest = 80;
        var at = text.LastIndexOf('©');
        var line = at < 0 ? default : text.AsSpan(at + 1, Math.Min(Longest, text.Length - at - 1));
        var end = line.IndexOfAny('\n', '\r');
        line = (end < 0 ? line : line[..end]).TrimStart(" 0123456789-–,");
        line = line.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) ? line["Copyright".Length..].TrimStart(" 0123456789-–,") : line;
        end = line.IndexOfAny(".|,;");
        line = (end < 0 ? line : line[..end]).Trim();
        return line.Length is > 1 and <= LongestName ? line.ToString() : null;
    }

    private static string FirstLine(string text)
    {
        var start = text.AsSpan().IndexOfAnyExcept(" \t\r\n#");
        var rest = start < 0 ? default : text.AsSpan(start);
        var end = rest.IndexOfAny('\r', '\n');
        return (end < 0 ? rest[..Math.Min(rest.Length, 400)] : rest[..Math.Min(end, 400)]).Trim().ToString();
    }

    private static string? Name(string? name) =>
        name is null ? null : string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c == ' ')).Trim().ToLowerInvariant() is { Length: > 1 } folded ? "=" + folded : null;
}
