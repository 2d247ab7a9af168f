using System.Globalization;
using Pipeline.Articles.Cleaning;

namespace Pipeline.Local.Cleaning;

/// <summary>Metadata and article for a person to read.</summary>
internal sealed class TextCleanView(TextWriter output, Paint paint, bool showRemoved) : ICleanView
{
    private const int LabelWidth = 10;
    private const int LongestRaw = 100;

    public void Show(CleanOutcome outcome)
    {
        var name = outcome.Place is null ? outcome.File : $"{outcome.File} > {outcome.Place}";
        output.WriteLine(paint.Strong($"── {name} " + new string('─', Math.Max(3, 76 - name.Length))));
        if (outcome.Article is { } article)
        {
            Head(article);
        }
        else
        {
            output.WriteLine($"{paint.Bad("No article")} ({outcome.Rejection!.Category}): {paint.Safe(outcome.Rejection.Reason)}");
        }

        output.WriteLine();
        if (outcome.Article is { } found && outcome.Source is { } source)
        {
            output.WriteLine(showRemoved ? new RemovedText(paint).Of(source.Text, found.Audit) : paint.Safe(found.Text));
            output.WriteLine();
        }
    }

    private void Head(CleanedArticle article)
    {
        foreach (var (name, value, source, raw) in MetadataLines.Of(article.Metadata))
        {
            var origin = raw is null ? $"‹{source}›" : $"‹{source}: {Short(raw)}›";
            output.WriteLine($"{paint.Label(name.PadRight(LabelWidth))} {(name == "Title" ? paint.Strong(value) : paint.Safe(value))}  {paint.Faint(origin)}");
        }

        var audit = article.Audit;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{paint.Label("Kept".PadRight(LabelWidth))} {audit.WordsKept} of {audit.WordsReceived} words  {paint.Faint("‹cleaner " + audit.Version + "›")}"));
        var rules = audit.Removed.GroupBy(span => span.Rule, StringComparer.Ordinal).OrderByDescending(rule => rule.Sum(span => span.Span.Length))
            .Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Key} {rule.Count()}"));
        output.WriteLine($"{paint.Label("Removed".PadRight(LabelWidth))} {string.Join(", ", rules)}  {paint.Faint("‹spans by rule›")}");
    }

    private static string Short(string raw)
    {
        var line = raw.ReplaceLineEndings(" ");
        return line.Length <= LongestRaw ? line : line[..LongestRaw] + "…";
    }
}
