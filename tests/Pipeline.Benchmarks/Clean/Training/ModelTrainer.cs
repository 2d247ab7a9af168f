using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Trains the two looks of a block model; the second learns from what the first thinks of pages that it has not seen.</summary>
internal sealed class ModelTrainer(int firstTrees, int secondTrees, float rate, TextWriter console)
{
    private const int Folds = 3;

    public BlockModel Train(List<TrainingPage> pages)
    {
        var teaching = pages.Where(p => p.Teaches).ToList();
        var ownColumns = teaching[0].Table.Columns;
        for (var fold = 0; fold < Folds; fold++)
        {
            var inside = fold;
            var tokensOfOthers = TokenCounter.Learn(teaching.Where(p => FoldOf(p, 77) != inside));
            foreach (var page in teaching.Where(p => FoldOf(p, 77) == inside))
            {
                tokensOfOthers.AddTo(page.Table, page.View);
            }
        }

        var firstColumns = teaching[0].Table.Columns;
        var scores = new Dictionary<TrainingPage, float[]>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var inside = fold;
            var model = Fit([.. teaching.Where(p => FoldOf(p, 77) != inside)], firstTrees, fold);
            foreach (var page in teaching.Where(p => FoldOf(p, 77) == inside))
            {
                scores[page] = model.Predict(page.Table);
            }
        }

        var first = Fit(teaching, firstTrees, Folds);
        foreach (var page in teaching)
        {
            StackFeatures.Add(page.Table, page.View, scores[page]);
        }

        var second = Fit(teaching, secondTrees, Folds + 1);
        foreach (var page in teaching)
        {
            page.Table.Truncate(ownColumns);
        }

        return new BlockModel(TokenCounter.Learn(teaching), first, second);
    }

    /// <summary>Scores of every page by a model that saw no page of its site, and the F1 that keeping above a threshold gives.</summary>
    public void CrossValidate(List<TrainingPage> pages, int halves, float[] thresholds, Func<TrainingPage, float[], float, string> body)
    {
        var probabilities = new Dictionary<TrainingPage, float[]>();
        for (var half = 0; half < halves; half++)
        {
            var inside = half;
            var model = Train([.. pages.Where(p => Half(p) != inside)]);
            foreach (var page in pages.Where(p => Half(p) == inside))
            {
                probabilities[page] = model.Score(page.View, page.Facts, page.Title);
            }
        }

        foreach (var set in pages.Where(probabilities.ContainsKey).GroupBy(p => p.Set))
        {
            foreach (var threshold in thresholds)
            {
                var score = new BodyScore();
                foreach (var page in set)
                {
                    score.Add(page.Gold, body(page, probabilities[page], threshold));
                }

                console.WriteLine($"{set.Key,-28} at {threshold:F2}  {score}");
            }
        }
    }

    private static int Half(TrainingPage page) => FoldOf(page, 13) % 2;

    /// <summary>A stable fold by site, so that no site teaches and is asked at once.</summary>
    private static int FoldOf(TrainingPage page, int salt)
    {
        var hash = (uint)salt;
        foreach (var c in page.Site)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash >> 8) % (salt == 13 ? 2u : Folds));
    }

    private static BoostedTrees Fit(List<TrainingPage> pages, int trees, int seed, float rate)
    {
        var rows = pages.Sum(p => p.View.Count);
        var columns = new float[pages[0].Table.Columns][];
        Parallel.For(0, columns.Length, c =>
        {
            var column = columns[c] = new float[rows];
            var at = 0;
            foreach (var page in pages)
            {
                page.Table.Column(c).CopyTo(column.AsSpan(at));
                at += page.View.Count;
            }
        });
        var trainer = new TreeTrainer(columns, [.. pages.SelectMany(p => p.Labels)], [.. pages.SelectMany(p => p.Weights)]);
        return trainer.Train(trees, rate, seed);
    }

    private BoostedTrees Fit(List<TrainingPage> pages, int trees, int seed) => Fit(pages, trees, seed, rate);
}
