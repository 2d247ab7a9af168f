using Pipeline.Articles.Cleaning.Learning;

namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>
/// Trains gradient-boosted oblivious trees for a yes or no (logistic loss, second order gains as in Chen and Guestrin, "XGBoost",
/// KDD 2016, on binned features). Deterministic.
/// </summary>
internal sealed class TreeTrainer
{
    private const int Bins = 64;
    private const int Depth = 6;
    private const float Ridge = 4;

    private readonly byte[][] _bins;
    private readonly float[][] _edges;
    private readonly float[] _labels;
    private readonly float[] _weights;
    private readonly int _rows;

    /// <param name="columns">Feature values by column, then row.</param>
    public TreeTrainer(float[][] columns, float[] labels, float[] weights)
    {
        _rows = labels.Length;
        (_labels, _weights) = (labels, weights);
        _bins = new byte[columns.Length][];
        _edges = new float[columns.Length][];
        Parallel.For(0, columns.Length, f => (_bins[f], _edges[f]) = Bin(columns[f]));
    }

    public BoostedTrees Train(int trees, float rate, int seed)
    {
        var random = new Random(seed);
        var scores = new float[_rows];
        var positive = 0.0;
        var total = 0.0;
        for (var i = 0; i < _rows; i++)
        {
            positive += _labels[i] * _weights[i];
            total += _weights[i];
        }

        var bias = (float)Math.Log(positive / (total - positive));
        Array.Fill(scores, bias);
        var gradients = new float[_rows];
        var hessians = new float[_rows];
        var leaf = new byte[_rows];
        var features = new List<int>();
        var thresholds = new List<float>();
        var values = new List<float>();
        for (var tree = 0; tree < trees; tree++)
        {
            var sample = Sample(random, 0.6);
            foreach (var row in sample)
            {
                var p = 1 / (1 + MathF.Exp(-scores[row]));
                gradients[row] = _weights[row] * (_labels[row] - p);
                hessians[row] = _weights[row] * Math.Max(1e-4f, p * (1 - p));
            }

            Array.Clear(leaf);
            var chosen = new (int Feature, int Edge)[Depth];
            for (var level = 0; level < Depth; level++)
            {
                chosen[level] = BestSplit(random, sample, leaf, level, gradients, hessians);
                Descend(leaf, chosen[level]);
            }

            var leaves = Leaves(sample, leaf, gradients, hessians, rate);
            for (var row = 0; row < _rows; row++)
            {
                scores[row] += leaves[leaf[row]];
            }

            features.AddRange(chosen.Select(c => c.Feature));
            thresholds.AddRange(chosen.Select(c => _edges[c.Feature].Length == 0 ? float.MaxValue : _edges[c.Feature][c.Edge]));
            values.AddRange(leaves);
        }

        return new BoostedTrees(Depth, bias, [.. features], [.. thresholds], [.. values]);
    }

    private int[] Sample(Random random, double share)
    {
        var rows = new List<int>((int)(_rows * share * 1.1));
        for (var row = 0; row < _rows; row++)
        {
            if (random.NextDouble() < share)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    private (int Feature, int Edge) BestSplit(Random random, int[] sample, byte[] leaf, int level, float[] gradients, float[] hessians)
    {
        const double FeatureShare = 0.35;
        var candidates = Enumerable.Range(0, _bins.Length).Where(f => _edges[f].Length > 0 && random.NextDouble() < FeatureShare).ToArray();
        var gains = new (double Gain, int Edge)[candidates.Length];
        Parallel.For(0, candidates.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, c =>
            gains[c] = BestEdge(candidates[c], sample, leaf, 1 << level, gradients, hessians));
        var best = -1;
        for (var c = 0; c < candidates.Length; c++)
        {
            best = best < 0 || gains[c].Gain > gains[best].Gain ? c : best;
        }

        return best < 0 ? (0, 0) : (candidates[best], gains[best].Edge);
    }

    private (double Gain, int Edge) BestEdge(int feature, int[] sample, byte[] leaf, int leaves, float[] gradients, float[] hessians)
    {
        var sums = new float[leaves * Bins * 2];
        var bins = _bins[feature];
        foreach (var row in sample)
        {
            var at = ((leaf[row] * Bins) + bins[row]) * 2;
            sums[at] += gradients[row];
            sums[at + 1] += hessians[row];
        }

        var edges = _edges[feature].Length;
        var gains = new double[edges];
        for (var l = 0; l < leaves; l++)
        {
            var (allG, allH) = (0.0, 0.0);
            for (var b = 0; b <= edges; b++)
            {
                allG += sums[((l * Bins) + b) * 2];
                allH += sums[(((l * Bins) + b) * 2) + 1];
            }

            var (g, h) = (0.0, 0.0);
            for (var b = 0; b < edges; b++)
            {
                g += sums[((l * Bins) + b) * 2];
                h += sums[(((l * Bins) + b) * 2) + 1];
                gains[b] += (g * g / (h + Ridge)) + ((allG - g) * (allG - g) / (allH - h + Ridge));
            }
        }

        var best = 0;
        for (var b = 1; b < edges; b++)
        {
            best = gains[b] > gains[best] ? b : best;
        }

        return (gains[best], best);
    }

    private void Descend(byte[] leaf, (int Feature, int Edge) split)
    {
        var bins = _bins[split.Feature];
        for (var row = 0; row < _rows; row++)
        {
            leaf[row] = (byte)((leaf[row] << 1) | (bins[row] > split.Edge ? 1 : 0));
        }
    }

    private static float[] Leaves(int[] sample, byte[] leaf, float[] gradients, float[] hessians, float rate)
    {
        var g = new double[1 << Depth];
        var h = new double[1 << Depth];
        foreach (var row in sample)
        {
            g[leaf[row]] += gradients[row];
            h[leaf[row]] += hessians[row];
        }

        return [.. g.Select((sum, l) => (float)(Half)(float)(rate * sum / (h[l] + Ridge)))];
    }

    /// <summary>Bin b holds the values above edge b - 1 and up to edge b.</summary>
    private static (byte[] Bins, float[] Edges) Bin(float[] column)
    {
        var sorted = column.Where((_, i) => i % Math.Max(1, column.Length / 50_000) == 0).Order().ToArray();
        var edges = new List<float>();
        for (var b = 1; b < Bins; b++)
        {
            var place = (int)((long)b * sorted.Length / Bins);
            var edge = sorted[Math.Min(place, sorted.Length - 1)];
            if (edge < sorted[^1] && (edges.Count == 0 || edge > edges[^1]))
            {
                edges.Add(edge);
            }
        }

        // Rare values would share one bin with common ones; all distinct values of small columns get an edge.
        var distinct = sorted.Distinct().Take(Bins + 1).ToArray();
        var chosen = distinct.Length <= Bins ? distinct[..^1] : [.. edges];
        var bins = new byte[column.Length];
        for (var i = 0; i < column.Length; i++)
        {
            var at = Array.BinarySearch(chosen, column[i]);
            bins[i] = (byte)(at < 0 ? ~at : at);
        }

        return (bins, chosen);
    }
}
