using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>What the cleaner made of a text.</summary>
/// <param name="Text">The article; empty when it found none.</param>
/// <param name="Verdicts">For each line null, or the rule that took it out.</param>
internal sealed record Cleaned(string Text, string?[] Verdicts);

/// <summary>Prints how well texts were cleaned: by set and variant, by language, and the worst of each. No text of any page.</summary>
internal sealed class LineReport(TextWriter console)
{
    private const int Worst = 10;

    public void Print(string judge, IReadOnlyList<LinePage> pages, Func<LinePage, Cleaned> clean)
    {
        var results = pages.Where(p => p.IsReal).Select(page => (Page: page, Cleaned: clean(page))).ToList();
        foreach (var set in results.GroupBy(r => r.Page.Source.Set))
        {
            Line($"{judge}  {set.Key}", set);
        }

        foreach (var language in results.Where(r => r.Page.Source.Language != "?").GroupBy(r => r.Page.Source.Language).OrderByDescending(g => g.Count()))
        {
            Line($"{judge}  language {language.Key}", language);
        }

        // Made texts have no gold words: of each their lines' words count.
        foreach (var set in pages.Where(p => !p.IsReal).GroupBy(p => p.Source.Set))
        {
            var shares = set.Select(page => Shares(page, clean(page).Verdicts)).ToList();
            console.WriteLine(FormattableString.Invariant($"{judge + "  " + set.Key,-52} texts {shares.Count,4}  words P {shares.Average(s => s.Precision):F4}  R {shares.Average(s => s.Recall):F4}"));
        }
    }

    /// <summary>The worst texts of each set and variant, with the kinds of lines that were judged wrongly.</summary>
    public void PrintWorst(IReadOnlyList<LinePage> pages, Func<LinePage, Cleaned> clean)
    {
        foreach (var set in pages.Where(p => p.IsReal).GroupBy(p => p.Source.Set))
        {
            var results = set.Select(page => (Page: page, Cleaned: clean(page))).Select(r => (r.Page, r.Cleaned, new BodyScore().Add(r.Page.Source.Gold, r.Cleaned.Text).F1));
            foreach (var (page, cleaned, f1) in results.OrderBy(r => r.F1).Take(Worst))
            {
                var errors = Errors(page, cleaned.Verdicts).GroupBy(e => e.Kind).OrderByDescending(g => g.Sum(e => e.Words)).Take(3);
                console.WriteLine(FormattableString.Invariant(
                    $"  worst of {set.Key}: {page.Source.Id}  F1 {f1:F3}  {string.Join("; ", errors.Select(g => $"{g.Key} {g.Sum(e => e.Words)} words"))}"));
            }
        }
    }

    private static IEnumerable<(string Kind, int Words)> Errors(LinePage page, string?[] verdicts)
    {
        var first = Array.IndexOf(page.Labels, 1f);
        var last = Array.LastIndexOf(page.Labels, 1f);
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is null != page.Labels[i] > 0)
            {
                var place = i < first ? "before" : i > last ? "behind" : "inside";
                var nature = page.View.IsProse(i) ? "paragraph" : page.View.Facts[i].EndsSentence ? "short sentence" : "short line";
                yield return ($"{(verdicts[i] is null ? "extra" : "missed")} {nature} {place}", page.View.Facts[i].Words);
            }
        }
    }

    private static (double Precision, double Recall) Shares(LinePage page, string?[] verdicts)
    {
        var (kept, gold, both) = (0.0, 0.0, 0.0);
        for (var i = 0; i < verdicts.Length; i++)
        {
            var words = page.View.Facts[i].Words;
            gold += page.Labels[i] * words;
            kept += verdicts[i] is null or "title" ? words : 0;
            both += verdicts[i] is null or "title" ? page.Labels[i] * words : 0;
        }

        return (kept == 0 ? 1 : both / kept, gold == 0 ? 1 : both / gold);
    }

    private void Line(string name, IEnumerable<(LinePage Page, Cleaned Cleaned)> results)
    {
        var score = new BodyScore();
        foreach (var (page, cleaned) in results)
        {
            score.Add(page.Source.Gold, cleaned.Text);
        }

        console.WriteLine($"{name,-52} {score}");
    }
}
