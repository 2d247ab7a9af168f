using System.IO.Compression;
using System.Text;
using Pipeline.Articles.Formats;

namespace Pipeline.Benchmarks.Clean;

/// <summary>Reads a folder of .html, .txt and .md files, plain or gzipped, in UTF-8.</summary>
internal static class PageFolder
{
    public static IEnumerable<(string Id, string Path, SourceText Source)> Read(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var isZipped = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            var inner = isZipped ? name[..^3] : name;
            MediaKind? kind = Path.GetExtension(inner).ToLowerInvariant() switch
            {
                ".html" or ".htm" or ".xhtml" => MediaKind.Html,
                ".md" => MediaKind.Markdown,
                ".txt" => MediaKind.PlainText,
                _ => null,
            };
            if (kind is not null)
            {
                yield return (Path.GetFileNameWithoutExtension(inner), Path.GetFullPath(file), new SourceText { Text = ReadText(file, isZipped), Kind = kind.Value, Charset = "utf-8" });
            }
        }
    }

    private static string ReadText(string file, bool isZipped)
    {
        using var stream = File.OpenRead(file);
        using var unzipped = isZipped ? new GZipStream(stream, CompressionMode.Decompress) : (Stream)stream;
        using var reader = new StreamReader(unzipped, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
