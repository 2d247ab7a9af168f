namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Trains the model of pages' blocks that the cleaner carries in its assembly, or measures how well they do on sites never seen.</summary>
internal static class TrainCleaning
{
    /// <param name="folder">Holds a folder per set: gold.json and html/.</param>
    /// <param name="output">The resource to write: Cleaning/Learning/blocks-html.bin.</param>
    /// <param name="console">Where progress is printed.</param>
    public static void Train(string folder, string output, TextWriter console)
    {
        var pages = Read(folder, console);
        using var file = File.Create(output);
        new ModelTrainer(ModelShape.Html).Train(pages).Write(file);
    }

    /// <summary>Rules alone, then rules with a model for each fold that saw no page of the fold's sites.</summary>
    /// <param name="folder">As for <see cref="Train"/>.</param>
    /// <param name="rulesOnly">True to leave the model out, which takes seconds.</param>
    /// <param name="plan">Folds, repeats and share of sites that teach.</param>
    /// <param name="console">Where the figures are printed.</param>
    public static void Validate(string folder, bool rulesOnly, ValidationPlan plan, TextWriter console)
    {
        var pages = Read(folder, console);
        var report = new ValidationReport(console);
        report.Print("rules", pages, [_ => null], rulesOnly);
        if (!rulesOnly)
        {
            var probabilities = new ModelTrainer(ModelShape.Html).CrossValidate(pages, plan);
            report.Print("rules + model", pages, [.. probabilities.Select(judged => (Func<TrainingPage, float[]?>)(page => judged[page]))], true);
        }
    }

    private static List<TrainingPage> Read(string folder, TextWriter console)
    {
        var pages = TrainingData.Read(folder, "html");
        console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.View.Count)} blocks, {pages.Sum(p => p.Labels.Sum()):F0} of them in articles");
        return pages;
    }
}
