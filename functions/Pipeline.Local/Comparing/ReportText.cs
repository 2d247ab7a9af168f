using System.Globalization;

namespace Pipeline.Local.Comparing;

/// <summary>A comparison for a reader at a terminal.</summary>
internal static class ReportText
{
    /// <summary>More of a kind nobody reads; the counts and the JSON have all.</summary>
    private const int Shown = 12;

    public static void Write(ComparisonReport report, TextWriter output)
    {
        foreach (var article in report.Articles)
            Write(article, report, output);
        foreach (var skipped in report.Skipped)
            output.WriteLine($"skipped  {skipped}");
        var (mentions, phrases) = (report.Articles.Select(article => article.Mentions).ToList(), report.Articles.Select(article => article.KeyPhrases).ToList());
        output.WriteLine(Invariant($"{report.Articles.Count} articles"));
        output.WriteLine("  mentions     " + Counts(mentions));
        output.WriteLine("  key phrases  " + Counts(phrases));
        output.WriteLine(Invariant(
            $"  cost         {report.TextRecords:N0} text records for both features: {report.Usd:0.000} USD at {report.UsdPerThousandTextRecords} USD a thousand; a million such articles {report.UsdPerMillionArticles:N0} USD; the local analyser 0"));
        output.WriteLine(report.Emulated
            ? "  azure        the emulated service: the local analyser answers behind its limits. Give --endpoint to ask a real resource."
            : $"  azure        {report.Service}");
    }

    private static void Write(ComparedArticle article, ComparisonReport report, TextWriter output)
    {
        output.WriteLine(Invariant($"{article.Name}  {article.Title} ({article.Language}, {article.Characters:N0} characters)"));
        output.WriteLine("  mentions     " + Counts([article.Mentions]));
        List(output, "differing", article.Mentions.Differing.Select(pair => Describe(pair.Local, pair.Azure)));
        List(output, "only local", article.Mentions.OnlyLocal.Select(Describe));
        List(output, "only azure", article.Mentions.OnlyAzure.Select(Describe));
        output.WriteLine("  key phrases  " + Counts([article.KeyPhrases]));
        List(output, "agreed", article.KeyPhrases.Agreed);
        List(output, "only local", article.KeyPhrases.OnlyLocal);
        List(output, "only azure", article.KeyPhrases.OnlyAzure);
        output.WriteLine(Invariant(
            $"  cost         {article.TextRecords} text records, {article.TextRecords * report.UsdPerThousandTextRecords / 1_000:0.000} USD"));
        foreach (var warning in article.Warnings)
            output.WriteLine("  warning      " + warning);
        output.WriteLine();
    }

    private static string Counts<T>(IReadOnlyList<Difference<T>> differences)
    {
        var (agreed, differing) = (differences.Sum(d => d.Agreed.Count), differences.Sum(d => d.Differing.Count));
        var (local, azure) = (differences.Sum(d => d.OnlyLocal.Count), differences.Sum(d => d.OnlyAzure.Count));
        var all = Math.Max(1, agreed + differing + local + azure);
        return Invariant($"agreed {agreed} ({100.0 * agreed / all:0} %), differing {differing}, only local {local}, only azure {azure}");
    }

    private static void List(TextWriter output, string name, IEnumerable<string> items)
    {
        var groups = items.CountBy(item => item, StringComparer.Ordinal).ToList();
        if (groups.Count == 0)
            return;
        var shown = groups.Take(Shown).Select(group => group.Value > 1 ? Invariant($"{group.Key} ×{group.Value}") : group.Key);
        var more = groups.Count > Shown ? Invariant($"; and {groups.Count - Shown} more") : "";
        output.WriteLine($"    {name,-11}{string.Join("; ", shown)}{more}");
    }

    private static string Describe(FoundMention mention) => $"{OneLine(mention.Text)} ({mention.Category})";

    private static string Describe(FoundMention local, FoundMention azure) => $"{Describe(local)} | {Describe(azure)}";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
