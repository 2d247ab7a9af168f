using System.Runtime.CompilerServices;

namespace Pipeline.Benchmarks.Entities.Corpus;

/// <summary>Reads the articles that stand beside this file, or in another folder of the same form.</summary>
internal static class CorpusArticles
{
    private const string Heading = "=== ";

    /// <summary>Where this repository keeps its own.</summary>
    public static string DefaultFolder => Path.Combine(Home, "Articles");

    /// <summary>The folder of this file.</summary>
    internal static string Home => Here();

    /// <summary>All articles of all "*.txt" files, by file name, each file from its top.</summary>
    /// <exception cref="FormatException">A file has text before its first heading, an article is empty or its markup is broken, or an id comes twice.</exception>
    public static IReadOnlyList<CorpusArticle> Read(string? folder = null)
    {
        var articles = Directory.GetFiles(folder ?? DefaultFolder, "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => ReadFile(File.ReadAllText(file), Path.GetFileName(file)))
            .ToList();
        return articles.CountBy(article => article.Id).FirstOrDefault(id => id.Value > 1) is { Key: { } twice }
            ? throw new FormatException($"Two articles are called \"{twice}\".")
            : articles;
    }

    /// <summary>The articles of one file. Each begins with a line "=== id".</summary>
    public static IEnumerable<CorpusArticle> ReadFile(string content, string name)
    {
        var parts = ("\n" + content.ReplaceLineEndings("\n")).Split("\n" + Heading);
        if (!string.IsNullOrWhiteSpace(parts[0]))
            throw new FormatException($"{name} has text before its first \"{Heading}id\".");
        foreach (var part in parts[1..])
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var (id, body) = end < 0 ? (part.Trim(), "") : (part[..end].Trim(), part[end..].Trim());
            if (id.Length == 0 || body.Length == 0)
                throw new FormatException($"{name} has an article without {(id.Length == 0 ? "id" : "text")}{(id.Length == 0 ? "" : $": {id}")}.");
            yield return CorpusMarkup.Read(id, body);
        }
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
