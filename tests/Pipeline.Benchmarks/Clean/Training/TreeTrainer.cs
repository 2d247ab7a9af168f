using Pipeline.Articles.Cleaning.Learning;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>
/// Trains gradient-boosted oblivious trees for a yes or no: logistic loss, second order gains as in Chen and Guestrin, "XGBoost",
/// KDD 2016, on binned features; each tree sees the rows that still teach most (Ibragimov and Gusev, "Minimal variance sampling in
/// stochastic gradient boosting", NeurIPS 2019). Deterministic: the same rows and seed give the same trees.
/// </summary>
internal sealed class TreeTrainer
{
    private const double RowShare = 0.25;
    private const double ColumnShare = 0.3;
    private const float Ridge = 6;

    private readonly BinnedColumn[] _columns;
    private readonly float[] _labels;
    private readonly float[] _weights;
    private readonly int _rows;

    /// <param name="columns">Feature values by column, then row.</param>
    /// <param name="labels">1 for yes, 0 for no, by row.</param>
    /// <param name="weights">How much each row counts.</param>
    public TreeTrainer(float[][] columns, float[] labels, float[] weights)
    {
        _rows = labels.Length;
        (_labels, _weights) = (labels, weights);
        _columns = new BinnedColumn[columns.Length];
        Parallel.For(0, columns.Length, f => _columns[f] = BinnedColumn.Of(columns[f]));
    }

    /// <remarks>
    /// <code>
    /// for each tree: gradients -> sample of rows -> split by split (SplitFinder) -> leaves -> scores of all rows
    /// </code>
    /// </remarks>
    public BoostedTrees Train(int trees, int depth, float rate, int seed)
    {
        var random = new Random(seed);
        var scores = new float[_rows];
        var bias = Bias();
        Array.Fill(scores, bias);
        var sampler = new RowSampler(_rows, RowShare);
        var leaf = new byte[_rows];
        var features = new List<int>();
        var thresholds = new List<float>();
        var values = new List<float>();
        for (var tree = 0; tree < trees; tree++)
        {
            var sample = sampler.Draw(random, scores, _labels, _weights);
            var candidates = Enumerable.Range(0, _columns.Length).Where(f => _columns[f].Edges.Length > 0 && random.NextDouble() < ColumnShare).ToArray();
            var finder = new SplitFinder(_columns, candidates, sample, depth, Ridge);
            Array.Clear(leaf);
            for (var level = 0; level < depth; level++)
            {
                var (feature, edge) = finder.SplitNext();
                Descend(leaf, _columns[feature].Bins, edge);
                features.Add(feature);
                thresholds.Add(_columns[feature].Edges[edge]);
            }

            var leaves = finder.Leaves(rate);
            for (var row = 0; row < _rows; row++)
            {
                scores[row] += leaves[leaf[row]];
            }

            values.AddRange(leaves);
        }

        return new BoostedTrees(depth, bias, [.. features], [.. thresholds], [.. values]);
    }

    private float Bias()
    {
        var positive = 0.0;
        var total = 0.0;
        for (var i = 0; i < _rows; i++)
        {
            positive += _labels[i] * _weights[i];
            total += _weights[i];
        }

        return (float)Math.Log(positive / (total - positive));
    }

    private static void Descend(byte[] leaf, byte[] bins, int edge)
    {
        for (var row = 0; row < leaf.Length; row++)
        {
            leaf[row] = (byte)((leaf[row] << 1) | (bins[row] > edge ? 1 : 0));
        }
    }
}
