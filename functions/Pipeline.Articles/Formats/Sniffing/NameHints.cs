using System.Collections.Frozen;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>What a file's name and declared content type say. They only break ties: content decides.</summary>
internal static class NameHints
{
    private static readonly FrozenDictionary<string, FormatKind> ByExtension = new Dictionary<string, FormatKind>
    {
        [".txt"] = FormatKind.PlainText,
        [".text"] = FormatKind.PlainText,
        [".html"] = FormatKind.Html,
        [".htm"] = FormatKind.Html,
        [".xhtml"] = FormatKind.Html,
        [".shtml"] = FormatKind.Html,
        [".md"] = FormatKind.Markdown,
        [".markdown"] = FormatKind.Markdown,
        [".mdown"] = FormatKind.Markdown,
        [".mkd"] = FormatKind.Markdown,
        [".json"] = FormatKind.Json,
        [".jsonld"] = FormatKind.Json,
        [".jsonl"] = FormatKind.JsonLines,
        [".ndjson"] = FormatKind.JsonLines,
        [".jsonlines"] = FormatKind.JsonLines,
        [".warc"] = FormatKind.Warc,
        [".wet"] = FormatKind.Warc,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FormatKind> ByContentType = new Dictionary<string, FormatKind>
    {
        ["text/html"] = FormatKind.Html,
        ["application/xhtml+xml"] = FormatKind.Html,
        ["text/markdown"] = FormatKind.Markdown,
        ["text/x-markdown"] = FormatKind.Markdown,
        ["application/json"] = FormatKind.Json,
        ["application/ld+json"] = FormatKind.Json,
        ["application/x-ndjson"] = FormatKind.JsonLines,
        ["application/jsonl"] = FormatKind.JsonLines,
        ["application/jsonlines"] = FormatKind.JsonLines,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Text files that lie beside articles in saved pages and exports, and are none.
    private static readonly FrozenDictionary<string, string> Foreign = new Dictionary<string, string>
    {
        [".css"] = "a style sheet",
        [".js"] = "a script",
        [".mjs"] = "a script",
        [".csv"] = "a CSV table",
        [".tsv"] = "a TSV table",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The format that the name states, else the one that the content type states; null when neither does.</summary>
    public static FormatKind? Of(string name, string? contentType)
    {
        if (ByExtension.TryGetValue(Path.GetExtension(name), out var byName))
        {
            return byName;
        }

        return MediaType(contentType) is { } type && ByContentType.TryGetValue(type, out var byType) ? byType : null;
    }

    public static string? ForeignTo(string name) => Foreign.GetValueOrDefault(Path.GetExtension(name));

    /// <summary>"page.html.gz" without ".gz": what the archive unpacks to.</summary>
    public static string WithoutArchiveEnding(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".GZ" or ".GZIP" => name[..^Path.GetExtension(name).Length],
        ".TGZ" => string.Concat(name.AsSpan(0, name.Length - 4), ".tar"),
        _ => name,
    };

    private static string? MediaType(string? contentType)
    {
        var end = contentType?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        return (end < 0 ? contentType : contentType![..end])?.Trim();
    }
}
