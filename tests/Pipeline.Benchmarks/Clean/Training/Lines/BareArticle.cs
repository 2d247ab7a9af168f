namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>
/// Makes texts that are nothing but article: whole, cut off at an end, or with a line for each sentence; with empty lines between or
/// without; a third of them in an unspaced script. They teach that a text may have no furniture at all.
/// </summary>
internal static class BareArticle
{
    public static string Make(string id, string article)
    {
        var lot = SiteFolds.Of(id, 1 << 16, 9);
        var lines = article.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (lot % 4 == 0)
        {
            lines = [.. lines.SelectMany(line => line.Split(". ").Select(s => s.EndsWith('.') ? s : s + "."))];
        }

        if (lot / 4 % 3 == 0)
        {
            var start = lot / 12 % Math.Max(1, lines.Count / 2);
            lines = lines.GetRange(start, Math.Max(1, (lines.Count - start) * 2 / 3));
        }

        var text = lot / 1024 % 3 == 0 ? lines.Select(ForeignScript.Unspaced) : lines;
        return string.Join(lot / 64 % 2 == 0 ? "\n" : "\n\n", text);
    }
}
