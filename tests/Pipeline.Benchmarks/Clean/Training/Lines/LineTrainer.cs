using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Text.Lines;
using Pipeline.Benchmarks.Clean.Training.Lines.Sequence;

namespace Pipeline.Benchmarks.Clean.Training.Lines;

/// <summary>
/// Trains the two looks of the model of lines. The first look's sets of trees each leave a part of the sites out; the second learns from
/// what they think of the pages that they have not seen, and in use hears the mean of all of them.
/// </summary>
internal sealed class LineTrainer(LineModelShape shape)
{
    public LineModel Train(IReadOnlyList<LinePage> pages)
    {
        var ownColumns = pages[0].Table.Columns;
        foreach (var (inside, outside) in SiteFolds.Split(pages, SiteFolds.WordFolds, SiteFolds.Words))
        {
            var words = WordTrainer.Learn(outside, 1);
            foreach (var page in inside)
            {
                words.AddTo(page.Table, page.Lines.Words);
            }
        }

        var first = new List<BoostedTrees>();
        var scores = new Dictionary<LinePage, float[]>();
        foreach (var (inside, outside) in SiteFolds.Split(pages, SiteFolds.InnerFolds, SiteFolds.Inner))
        {
            var trees = Fit(outside, shape.FirstTrees, first.Count + 1);
            first.Add(trees);
            foreach (var page in inside)
            {
                scores[page] = trees.Predict(page.Table);
            }
        }

        // The network shares the second look with other trees.
        var network = new SequenceTrainer(new SequenceOptions()).Train(pages, ownColumns, scores);
        var weights = pages.ToDictionary(p => p, p => (float[])p.Weights.Clone());
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Weights.Length; i++)
            {
                if (MathF.Abs((1 / (1 + MathF.Exp(-scores[page][i]))) - page.Labels[i]) > shape.Doubt)
                {
                    page.Weights[i] = 0;
                }
            }

            SecondLook.Add(page.Table, page.Lines, scores[page].AsSpan(0, page.Lines.Count));
        }

        var second = Fit(pages, shape.SecondTrees, 100);
        foreach (var page in pages)
        {
            page.Table.Truncate(ownColumns);
            weights[page].CopyTo(page.Weights, 0);
        }

        return new LineModel(WordTrainer.Learn(pages, 1), [.. first], second, network);
    }

    private BoostedTrees Fit(IReadOnlyList<LinePage> pages, int trees, int seed)
    {
        var rows = pages.Sum(p => p.Labels.Length);
        var columns = new float[pages[0].Table.Columns][];
        Parallel.For(0, columns.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, c =>
        {
            var column = columns[c] = new float[rows];
            var at = 0;
            foreach (var page in pages)
            {
                page.Table.Column(c).CopyTo(column.AsSpan(at));
                at += page.Labels.Length;
            }
        });
        var trainer = new TreeTrainer(columns, [.. pages.SelectMany(p => p.Labels)], [.. pages.SelectMany(p => p.Weights)]);
        return trainer.Train(trees, shape.Depth, shape.Rate, seed);
    }
}
