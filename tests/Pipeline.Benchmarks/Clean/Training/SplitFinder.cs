namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>
/// Grows one oblivious tree on a sample of rows. Histograms of the smaller half of each leaf are counted, those of the larger half
/// are what remains of the leaf's own.
/// </summary>
internal sealed class SplitFinder(BinnedColumn[] columns, int[] candidates, RowSample sample, int depth, float ridge)
{
    private const int Bins = BinnedColumn.Most;
    private const int Width = Bins * 2;

    private readonly float[][] _histograms = [.. candidates.Select(_ => new float[(1 << depth) * Bins * 2])];
    private readonly byte[] _leaf = new byte[sample.Rows.Length];
    private int _level;
    private bool[]? _counted;

    /// <summary>The rows whose leaves are counted, in the sample's order.</summary>
    private RowToCount[] _rows = [.. sample.Rows.Select((row, k) => new RowToCount(row, 0, sample.Gradients[k], sample.Hessians[k]))];

    /// <summary>The best question for all leaves of this depth.</summary>
    public (int Feature, int Edge) SplitNext()
    {
        var gains = new (double Gain, int Edge)[candidates.Length];
        Parallel.For(0, candidates.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, c =>
        {
            Count(columns[candidates[c]].Bins, _histograms[c]);
            gains[c] = Best(_histograms[c], columns[candidates[c]].Edges.Length);
        });
        var best = 0;
        for (var c = 1; c < candidates.Length; c++)
        {
            best = gains[c].Gain > gains[best].Gain ? c : best;
        }

        Descend(columns[candidates[best]].Bins, gains[best].Edge);
        return (candidates[best], gains[best].Edge);
    }

    /// <summary>The leaves' values, as they are after a round trip through half precision.</summary>
    public float[] Leaves(float rate)
    {
        var g = new double[1 << depth];
        var h = new double[1 << depth];
        for (var k = 0; k < _leaf.Length; k++)
        {
            g[_leaf[k]] += sample.Gradients[k];
            h[_leaf[k]] += sample.Hessians[k];
        }

        return [.. g.Select((sum, l) => (float)(Half)(float)(rate * sum / (h[l] + ridge)))];
    }

    private void Descend(byte[] bins, int edge)
    {
        var sizes = new int[2 << _level];
        for (var k = 0; k < _leaf.Length; k++)
        {
            _leaf[k] = (byte)((_leaf[k] << 1) | (bins[sample.Rows[k]] > edge ? 1 : 0));
            sizes[_leaf[k]]++;
        }

        _level++;
        _counted = new bool[1 << _level];
        for (var l = 0; l < _counted.Length; l++)
        {
            _counted[l] = sizes[l] < sizes[l ^ 1] || (sizes[l] == sizes[l ^ 1] && (l & 1) == 0);
        }

        var rows = new List<RowToCount>((_leaf.Length / 2) + 1);
        for (var k = 0; k < _leaf.Length; k++)
        {
            if (_counted[_leaf[k]])
            {
                rows.Add(new RowToCount(sample.Rows[k], _leaf[k] * Width, sample.Gradients[k], sample.Hessians[k]));
            }
        }

        _rows = [.. rows];
    }

    private void Count(byte[] bins, float[] histogram)
    {
        if (_counted is { } counted)
        {
            // From the back, so that a parent's histogram is read before a child's is written over it.
            for (var parent = (1 << (_level - 1)) - 1; parent >= 0; parent--)
            {
                var whole = histogram.AsSpan(parent * Width, Width).ToArray();
                histogram.AsSpan(2 * parent * Width, 2 * Width).Clear();
                whole.CopyTo(histogram, ((2 * parent) + (counted[2 * parent] ? 1 : 0)) * Width);
            }
        }

        foreach (ref readonly var row in _rows.AsSpan())
        {
            var at = row.Leaf + (bins[row.Row] * 2);
            histogram[at] += row.Gradient;
            histogram[at + 1] += row.Hessian;
        }

        for (var l = 0; _counted is not null && l < 1 << _level; l++)
        {
            if (!_counted[l])
            {
                var larger = histogram.AsSpan(l * Width, Width);
                var smaller = histogram.AsSpan((l ^ 1) * Width, Width);
                for (var b = 0; b < Width; b++)
                {
                    larger[b] -= smaller[b];
                }
            }
        }
    }

    private (double Gain, int Edge) Best(float[] histogram, int edges)
    {
        Span<double> gains = stackalloc double[Bins];
        for (var l = 0; l < 1 << _level; l++)
        {
            var bins = histogram.AsSpan(l * Bins * 2, Bins * 2);
            var (allG, allH) = (0.0, 0.0);
            for (var b = 0; b <= edges; b++)
            {
                allG += bins[2 * b];
                allH += bins[(2 * b) + 1];
            }

            var (g, h) = (0.0, 0.0);
            for (var b = 0; b < edges; b++)
            {
                g += bins[2 * b];
                h += bins[(2 * b) + 1];
                gains[b] += (g * g / (h + ridge)) + ((allG - g) * (allG - g) / (allH - h + ridge));
            }
        }

        var best = 0;
        for (var b = 1; b < edges; b++)
        {
            best = gains[b] > gains[best] ? b : best;
        }

        return (gains[best], best);
    }

    /// <param name="Row">Its place in the columns.</param>
    /// <param name="Leaf">Where its leaf's histogram begins.</param>
    /// <param name="Gradient">As in the sample.</param>
    /// <param name="Hessian">As in the sample.</param>
    private readonly record struct RowToCount(int Row, int Leaf, float Gradient, float Hessian);
}
