namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Prints how well pages were cleaned: by set, language and kind of page, what nearly right pages lack, and the worst pages. No page text.</summary>
internal sealed class ValidationReport(TextWriter console)
{
    private const int Worst = 10;

    /// <param name="judge">What the lines begin with.</param>
    /// <param name="pages">All sets' pages.</param>
    /// <param name="drawings">Each drawing's probabilities of a page; figures are means over all, near misses and worst pages are those of the first.</param>
    /// <param name="withDetails">True for languages, kinds, near misses and worst pages.</param>
    public void Print(string judge, IReadOnlyList<TrainingPage> pages, IReadOnlyList<Func<TrainingPage, float[]?>> drawings, bool withDetails)
    {
        var results = drawings.SelectMany(probabilities => pages.Select(page => Result.Of(page, probabilities(page)))).ToList();
        foreach (var set in results.GroupBy(r => r.Page.Set))
        {
            Line($"{judge}  {set.Key}", set);
        }

        if (!withDetails)
        {
            return;
        }

        foreach (var language in results.Where(r => r.Page.Language != "?").GroupBy(r => r.Page.Language).OrderByDescending(g => g.Count()))
        {
            Line($"{judge}  language {language.Key}", language);
        }

        foreach (var kind in results.SelectMany(r => KindsOf(r.Page).Select(kind => (Kind: kind, Result: r))).GroupBy(pair => pair.Kind, pair => pair.Result).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Line($"{judge}  {kind.Key}", kind);
        }

        foreach (var set in results.Take(pages.Count).GroupBy(r => r.Page.Set))
        {
            PrintNearMisses(set.Key, [.. set]);
            PrintWorst(set.Key, set);
        }
    }

    private void Line(string name, IEnumerable<Result> results)
    {
        var score = new BodyScore();
        foreach (var result in results)
        {
            score.Add(result.Page.Gold, result.Text);
        }

        console.WriteLine($"{name,-40} {score}");
    }

    private void PrintNearMisses(string set, List<Result> results)
    {
        console.WriteLine(FormattableString.Invariant(
            $"{set}: blocks from right: {string.Join(", ", results.GroupBy(r => Math.Min(4, r.Errors.Count)).OrderBy(g => g.Key).Select(g => $"{g.Key}{(g.Key == 4 ? "+" : "")}: {g.Count()} pages"))}"));
        foreach (var kind in results.Where(r => r.Errors.Count == 1).GroupBy(r => r.Errors[0].Kind).OrderByDescending(g => g.Count()).Take(Worst))
        {
            console.WriteLine($"  one block: {kind.Key,-28} {kind.Count(),4} pages");
        }
    }

    private void PrintWorst(string set, IEnumerable<Result> results)
    {
        foreach (var result in results.OrderBy(r => r.F1).Take(Worst))
        {
            var errors = result.Errors.GroupBy(e => e.Kind).OrderByDescending(g => g.Sum(e => e.Words)).Take(3).Select(g => $"{g.Key} {g.Sum(e => e.Words)} words");
            console.WriteLine(FormattableString.Invariant($"  worst of {set}: {result.Page.Id}  F1 {result.F1:F3}  {string.Join("; ", errors)}"));
        }
    }

    private static IEnumerable<string> KindsOf(TrainingPage page)
    {
        const int Short = 200;
        const int Long = 1000;
        var words = TrainingPage.WordsOf(page.Gold).Length;
        yield return words < Short ? "length under 200 words" : words <= Long ? "length to 1000 words" : "length over 1000 words";
        if (page.View.Page is not null)
        {
            yield return page.Facts.LinkedData.Exists(d => d.IsArticle) ? "markup with JSON-LD article" : "markup without JSON-LD article";
            yield return page.View.List.Count < Short ? "size under 200 blocks" : "size from 200 blocks";
        }
    }

    private sealed record Result(TrainingPage Page, string Text, double F1, List<(string Kind, int Words)> Errors)
    {
        public static Result Of(TrainingPage page, float[]? probabilities)
        {
            var (text, verdicts) = Validation.Clean(page, probabilities);
            return new Result(page, text, new BodyScore().Add(page.Gold, text).F1, ErrorKinds.Of(page, verdicts));
        }
    }
}
