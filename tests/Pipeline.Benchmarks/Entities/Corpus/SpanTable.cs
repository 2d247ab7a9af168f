using System.Globalization;

namespace Pipeline.Benchmarks.Entities.Corpus;

/// <summary>
/// One annotator's pass as lines of id, start, end, type and the name itself, tab-separated. The name is redundant: it lets a reader follow, and
/// it shows when a text was changed after the pass.
/// </summary>
internal static class SpanTable
{
    private const string Header = "id\tstart\tend\ttype\tname";
    private const int Columns = 5;

    public static void Write(string file, IEnumerable<CorpusArticle> articles)
    {
        var lines = articles.SelectMany(article => article.Spans.Select(span => string.Create(
            CultureInfo.InvariantCulture,
            $"{article.Id}\t{span.Start}\t{span.End}\t{span.Type}\t{article.Text[span.Start..span.End]}")));
        File.WriteAllText(file, string.Join('\n', lines.Prepend(Header)) + "\n");
    }

    /// <summary>The articles of the pass, with its spans in place of the corpus's.</summary>
    /// <exception cref="FormatException">A line is broken, names an unknown article, or its offsets no longer hold its name.</exception>
    public static IReadOnlyList<CorpusArticle> Read(string file, IEnumerable<CorpusArticle> corpus)
    {
        var articles = corpus.ToDictionary(article => article.Id);
        return
        [
            .. File.ReadLines(file).Skip(1).Where(line => line.Length > 0)
                .Select(line => Parse(line, file, articles))
                .GroupBy(row => row.Article, (article, rows) => article with { Spans = [.. rows.Select(row => row.Span).OrderBy(span => span.Start)] }),
        ];
    }

    private static (CorpusArticle Article, CorpusSpan Span) Parse(string line, string file, Dictionary<string, CorpusArticle> articles)
    {
        var parts = line.Split('\t');
        if (parts.Length != Columns
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || !CorpusMarkup.Types.Contains(parts[3]))
        {
            throw new FormatException($"{file}: \"{line}\" is not id, start, end, type, name.");
        }
        if (!articles.TryGetValue(parts[0], out var article))
            throw new FormatException($"{file}: no article is called \"{parts[0]}\".");
        CorpusSpan.Check(parts[4], article.Text, start, end, parts[0]);
        return (article, new CorpusSpan(start, end, parts[3]));
    }
}
