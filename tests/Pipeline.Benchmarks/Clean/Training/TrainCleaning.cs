namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Trains the block models that the cleaner carries in its assembly, or measures how well they do on sites never seen.</summary>
internal static class TrainCleaning
{
    private const float Rate = 0.12f;

    private static readonly float[] Thresholds = [0.35f, 0.45f, 0.55f];

    private static readonly string[] TextVariants = ["text-innertext", "text-gettext", "text-markdown", "text-cropped"];

    /// <param name="folder">Holds a folder per set: gold.json, html/ and the text variants.</param>
    /// <param name="isHtml">True for the model of pages, false for the model of text lines.</param>
    /// <param name="output">The resource to write: Cleaning/Learning/blocks-html.bin or blocks-text.bin.</param>
    /// <param name="console">Where progress is printed.</param>
    public static void Train(string folder, bool isHtml, string output, TextWriter console)
    {
        var pages = Read(folder, isHtml, console);
        using var file = File.Create(output);
        Trainer(isHtml, console).Train(pages).Write(file);
    }

    /// <summary>Two folds by site: every page is judged by a model that saw no page of its site.</summary>
    public static void Validate(string folder, bool isHtml, TextWriter console) =>
        Trainer(isHtml, console).CrossValidate(Read(folder, isHtml, console), 2, Thresholds, Body);

    private static string Body(TrainingPage page, float[] probabilities, float threshold) => string.Join("\n\n", Enumerable.Range(0, page.View.Count)
        .Where(i => probabilities[i] >= threshold && i != page.Title.Block)
        .Select(i => page.View.Text(i).ToString()));

    private static ModelTrainer Trainer(bool isHtml, TextWriter console) => isHtml ? new(220, 120, Rate, console) : new(130, 80, Rate, console);

    private static List<TrainingPage> Read(string folder, bool isHtml, TextWriter console)
    {
        var pages = isHtml ? TrainingData.Read(folder, "html") : TrainingData.Read(folder, TextVariants);
        console.WriteLine($"{pages.Count} pages, {pages.Sum(p => p.View.Count)} blocks, {pages.Sum(p => p.Labels.Sum()):F0} of them in articles");
        return pages;
    }
}
