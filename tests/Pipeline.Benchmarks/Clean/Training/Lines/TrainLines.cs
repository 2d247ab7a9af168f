using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Cleaning.Text.Lines;
using Pipeline.Articles.Metadata;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>Trains the model of lines that the cleaner carries in its assembly, or measures how well it does on sites never seen.</summary>
internal static class TrainLines
{
    /// <param name="folder">Holds a folder per set: gold.json and the text variants.</param>
    /// <param name="output">The resource to write: Cleaning/Learning/blocks-text.bin.</param>
    /// <param name="console">Where progress is printed.</param>
    public static void Train(string folder, string output, TextWriter console)
    {
        var pages = Read(folder, console);
        using var file = File.Create(output);
        new LineTrainer(LineModelShape.Default).Train(pages).Write(file);
    }

    /// <summary>Rules alone, then rules with a model for each fold that saw no page of the fold's sites.</summary>
    /// <param name="folder">As for <see cref="Train"/>.</param>
    /// <param name="folds">How many folds: with more of them each model learns from more of the sites, and all take longer.</param>
    /// <param name="rulesOnly">True to leave the model out, which takes seconds.</param>
    /// <param name="console">Where the figures are printed.</param>
    public static void Validate(string folder, int folds, bool rulesOnly, TextWriter console)
    {
        var pages = Read(folder, console);
        var report = new LineReport(console);
        report.Print("rules", pages, page => Clean(page, null));
        if (rulesOnly)
        {
            return;
        }

        var scores = new Dictionary<LinePage, float[]>();
        foreach (var (inside, outside) in SiteFolds.Split(pages, folds, site => SiteFolds.Outer(site, folds)))
        {
            var model = new LineTrainer(LineModelShape.Default).Train(outside);
            foreach (var page in inside)
            {
                scores[page] = model.Score(page.Lines);
            }
        }

        report.Print("rules + model", pages, page => Clean(page, scores[page]));
        report.PrintWorst(pages, page => Clean(page, scores[page]));
    }

    /// <summary>What the pipeline's own cleaner makes of the text, with the given probabilities or by rules alone.</summary>
    private static Cleaned Clean(LinePage page, float[]? scores)
    {
        var verdicts = LineJudge.Judge(page.View, page.Title, scores);
        if (NotAnArticle.Find(page.View, verdicts, PageFacts.None, page.Title) is not null)
        {
            return new Cleaned("", verdicts);
        }

        var (text, segments) = ArticleAssembler.Assemble(page.View.List, verdicts);
        return new Cleaned(JoinRepair.Repair(text, segments).Text, verdicts);
    }

    private static List<LinePage> Read(string folder, TextWriter console)
    {
        var pages = new LineData().Read(folder);
        console.WriteLine($"{pages.Count} texts, {pages.Sum(p => p.Labels.Length)} lines, {pages.Sum(p => p.Labels.Sum()):F0} of them in articles");
        return pages;
    }
}
