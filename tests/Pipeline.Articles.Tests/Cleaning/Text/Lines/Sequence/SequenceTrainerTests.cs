using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text.Lines;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Metadata;
using Pipeline.Benchmarks.Clean.Training.Lines;
using Pipeline.Benchmarks.Clean.Training.Lines.Sequence;

namespace Pipeline.Articles.Tests.Cleaning.Text.Lines.Sequence;

public sealed class SequenceTrainerTests
{
    [Fact]
    public void Train_LinesThatOnlyTheOrderTellsApart_LearnsTheOrder()
    {
        var pages = Enumerable.Range(0, 60).Select(Page).ToArray();

        var options = new SequenceOptions { Epochs = 20, Batch = 2, Rate = 0.01f, WarmUp = 20, WordDropout = 0, InputDropout = 0, StateDropout = 0.1f };
        var network = new SequenceTrainer(options).Train(pages[..50], 1, pages.ToDictionary(p => p, p => new float[p.Labels.Length]));

        var right = pages[50..].SelectMany(page => network.Score(page.Table, page.Lines.Words, new float[page.Labels.Length])
            .Zip(page.Labels, (score, label) => (score > 0) == (label > 0)));
        Assert.True(right.Count(isRight => isRight) > 0.97 * right.Count());
    }

    /// <summary>Lines that are all alike: those between "Begin" and "End" are the article.</summary>
    private static LinePage Page(int seed)
    {
        var random = new Random(seed);
        var (before, inside, behind) = (random.Next(3, 12), random.Next(3, 12), random.Next(3, 12));
        var other = Enumerable.Repeat("Storms went by.", 12).ToArray();
        string[] lines = [.. other[..before], "Begin.", .. other[..inside], "End.", .. other[..behind]];
        var source = new SourceText { Text = string.Join("\n", lines), Kind = MediaKind.PlainText, Charset = "utf-8" };
        var view = BlockReading.Read(source, CancellationToken.None);
        var table = new FeatureTable(view.Count);
        table.Add();
        return new LinePage
        {
            Source = new LineSource("set/text-made", seed.ToString(System.Globalization.CultureInfo.InvariantCulture), "site", "en", "", source.Text),
            Lines = new LineTraits(view, new FoundTitle("", "", null, -1)),
            Table = table,
            Labels = [.. lines.Select((_, i) => i > before && i <= before + inside ? 1f : 0f)],
            Weights = [.. lines.Select(_ => 1f)],
            Certainty = [.. lines.Select(_ => 1f)],
        };
    }
}
