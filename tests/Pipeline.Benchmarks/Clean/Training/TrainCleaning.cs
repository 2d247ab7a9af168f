namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Trains the block models that the cleaner carries in its assembly, or measures how well they do on sites never seen.</summary>
internal static class TrainCleaning
{
    private const int Folds = 4;

    private static readonly string[] TextVariants = ["text-innertext", "text-gettext", "text-markdown", "text-cropped"];

    /// <param name="folder">Holds a folder per set: gold.json, html/ and the text variants.</param>
    /// <param name="isHtml">True for the model of pages, false for the model of text lines.</param>
    /// <param name="output">The resource to write: Cleaning/Learning/blocks-html.bin or blocks-text.bin.</param>
    /// <param name="console">Where progress is printed.</param>
    public static void Train(string folder, bool isHtml, string output, TextWriter console)
    {
        var pages = Read(folder, isHtml, console);
        using var file = File.Create(output);
        new ModelTrainer(Shape(isHtml)).Train(pages).Write(file);
    }

    /// <summary>Rules alone, then rules with a model for each fold that saw no page of the fold's sites.</summary>
    /// <param name="folder">As for <see cref="Train"/>.</param>
    /// <param name="isHtml">As for <see cref="Train"/>.</param>
    /// <param name="rulesOnly">True to leave the model out, which takes seconds.</param>
    /// <param name="console">Where the figures are printed.</param>
    public static void Validate(string folder, bool isHtml, bool rulesOnly, TextWriter console)
    {
        var pages = Read(folder, isHtml, console);
        var report = new ValidationReport(console);
        report.Print("rules", pages, _ => null, rulesOnly);
        if (!rulesOnly)
        {
            var probabilities = new ModelTrainer(Shape(isHtml)).CrossValidate(pages, Folds);
            report.Print("rules + model", pages, page => probabilities[page], true);
        }
    }

    private static ModelShape Shape(bool isHtml) => isHtml ? ModelShape.Html : ModelShape.Text;

    private static List<TrainingPage> Read(string folder, bool isHtml, TextWriter console)
    {
        var pages = isHtml ? TrainingData.Read(folder, "html") : TrainingData.Read(folder, TextVariants);
        console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.View.Count)} blocks, {pages.Sum(p => p.Labels.Sum()):F0} of them in articles");
        return pages;
    }
}
