using System.Runtime.Intrinsics;
using Pipeline.Articles.Cleaning.Text.Lines.Sequence;

namespace Pipeline.Benchmarks.Clean.Training.Lines.Sequence;

/// <summary>Measures the mean and the deviation of each feature over all lines.</summary>
internal static class ScaleLearner
{
    /// <summary>So that a feature which hardly ever differs is not blown up.</summary>
    private const double Least = 1e-3;

    public static FeatureScale Learn(IReadOnlyList<LinePage> pages, int columns)
    {
        var (means, factors) = (new float[columns], new float[columns]);
        double lines = pages.Sum(p => p.Labels.Length);
        Parallel.For(0, columns, new ParallelOptions { MaxDegreeOfParallelism = 2 }, column =>
        {
            var (sum, squares) = (0.0, 0.0);
            foreach (var page in pages)
            {
                foreach (var value in page.Table.Column(column))
                {
                    var log = FeatureScale.Log(Vector256.Create(value))[0];
                    sum += log;
                    squares += log * log;
                }
            }

            var mean = sum / lines;
            means[column] = (float)mean;
            factors[column] = (float)(1 / (Math.Sqrt(Math.Max(0, (squares / lines) - (mean * mean))) + Least));
        });
        return new FeatureScale(means, factors);
    }
}
