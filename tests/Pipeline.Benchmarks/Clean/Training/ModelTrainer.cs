using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Cleaning.Selection;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Trains the two looks of a block model; the second learns from what the first thinks of pages that it has not seen.</summary>
internal sealed class ModelTrainer(ModelShape shape)
{
    private const int Folds = 3;
    private const int WordFolds = 8;
    private const uint InnerSalt = 77;
    private const uint OuterSalt = 13;
    private const uint ShareSalt = 1013;

    public BlockModel Train(IReadOnlyList<TrainingPage> pages)
    {
        var teaching = pages.Where(p => p.Teaches).ToList();
        var ownColumns = teaching[0].Table.Columns;
        foreach (var (inside, outside) in Split(teaching, WordFolds, InnerSalt + 1))
        {
            var wordsOfOthers = TokenCounter.Words(outside);
            var namesOfOthers = TokenCounter.Names(outside);
            foreach (var page in inside)
            {
                wordsOfOthers.AddTo(page.Table, page.View);
                namesOfOthers.AddTo(page.Table, page.View);
            }
        }

        var scores = new Dictionary<TrainingPage, float[]>();
        foreach (var (inside, outside) in Split(teaching, Folds, InnerSalt))
        {
            var model = Fit(outside, shape.FirstTrees, 1);
            foreach (var page in inside)
            {
                scores[page] = model.Predict(page.Table);
            }
        }

        var weights = teaching.ToDictionary(page => page, page => (float[])page.Weights.Clone());
        Silence(scores);
        var first = Fit(teaching, shape.FirstTrees, 2);
        foreach (var page in teaching)
        {
            StackFeatures.Add(page.Table, page.View, scores[page]);
        }

        var second = Fit(teaching, shape.SecondTrees, 3);
        foreach (var page in teaching)
        {
            page.Table.Truncate(ownColumns);
            weights[page].CopyTo(page.Weights, 0);
        }

        return new BlockModel(TokenCounter.Words(teaching), TokenCounter.Names(teaching), first, second);
    }

    /// <summary>
    /// Blocks whose label a model of other sites is sure to be wrong do not teach: gold articles end at pay walls that the page does not
    /// show, or leave out whole sections (Northcutt, Jiang and Chuang, "Confident learning", JAIR 2021).
    /// </summary>
    private static void Silence(Dictionary<TrainingPage, float[]> scores)
    {
        const float Sure = 0.93f;
        foreach (var (page, odds) in scores)
        {
            for (var i = 0; i < page.Weights.Length; i++)
            {
                var probability = 1 / (1 + MathF.Exp(-odds[i]));
                page.Weights[i] = Math.Abs(probability - page.Labels[i]) > Sure ? 0 : page.Weights[i];
            }
        }
    }

    /// <summary>For each drawing of the folds, each page's probabilities by a model that saw no page of its site.</summary>
    public List<Dictionary<TrainingPage, float[]>> CrossValidate(IReadOnlyList<TrainingPage> pages, ValidationPlan plan)
    {
        var drawings = new List<Dictionary<TrainingPage, float[]>>();
        for (var repeat = 0u; repeat < plan.Repeats; repeat++)
        {
            var probabilities = new Dictionary<TrainingPage, float[]>();
            foreach (var (inside, outside) in Split(pages, plan.Folds, OuterSalt + repeat))
            {
                var model = Train(outside.FindAll(page => ShareOf(page.Site, ShareSalt + repeat) < plan.Share));
                foreach (var page in inside)
                {
                    probabilities[page] = model.Score(page.View, page.Facts, page.Title);
                }
            }

            drawings.Add(probabilities);
        }

        return drawings;
    }

    private static double ShareOf(string site, uint salt)
    {
        const int Parts = 1000;
        return FoldOf(site, salt, Parts) / (double)Parts;
    }

    /// <summary>Stable folds by site, so that no site teaches and is asked at once.</summary>
    private static IEnumerable<(List<TrainingPage> Inside, List<TrainingPage> Outside)> Split(IReadOnlyList<TrainingPage> pages, int folds, uint salt)
    {
        for (var fold = 0; fold < folds; fold++)
        {
            var inside = pages.Where(p => FoldOf(p.Site, salt, folds) == fold).ToList();
            yield return (inside, pages.Where(p => FoldOf(p.Site, salt, folds) != fold).ToList());
        }
    }

    private static int FoldOf(string site, uint salt, int folds)
    {
        var hash = salt;
        foreach (var c in site)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash >> 8) % (uint)folds);
    }

    private BoostedTrees Fit(List<TrainingPage> pages, int trees, int seed)
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
        return trainer.Train(trees, shape.Depth, shape.Rate, seed);
    }
}
