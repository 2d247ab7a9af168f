namespace Pipeline.Benchmarks.Clean.Training;

/// <summary>Gradients and second derivatives of some rows; a row that was drawn with probability p counts 1 / p times.</summary>
internal sealed record RowSample(int[] Rows, float[] Gradients, float[] Hessians);

/// <summary>Draws rows with a probability in proportion to the length of their gradient, at most 1.</summary>
internal sealed class RowSampler(int rows, double share)
{
    private const double HessianPart = 0.1;

    /// <summary>Every so many rows are enough to find the threshold.</summary>
    private const int Stride = 17;

    private readonly float[] _gradients = new float[rows];
    private readonly float[] _hessians = new float[rows];
    private readonly float[] _sizes = new float[rows];

    public RowSample Draw(Random random, float[] scores, float[] labels, float[] weights)
    {
        for (var row = 0; row < rows; row++)
        {
            var p = 1 / (1 + MathF.Exp(-scores[row]));
            _gradients[row] = weights[row] * (labels[row] - p);
            _hessians[row] = weights[row] * Math.Max(1e-4f, p * (1 - p));
            _sizes[row] = (float)Math.Sqrt((_gradients[row] * _gradients[row]) + (HessianPart * _hessians[row] * _hessians[row]));
        }

        var threshold = Threshold();
        var drawn = new List<int>((int)(rows * share * 1.1));
        var (gradients, hessians) = (new List<float>(drawn.Capacity), new List<float>(drawn.Capacity));
        for (var row = 0; row < rows; row++)
        {
            var probability = Math.Min(1, _sizes[row] / threshold);
            if (random.NextDouble() < probability)
            {
                drawn.Add(row);
                gradients.Add((float)(_gradients[row] / probability));
                hessians.Add((float)(_hessians[row] / probability));
            }
        }

        return new RowSample([.. drawn], [.. gradients], [.. hessians]);
    }

    /// <summary>The size from which on rows are always drawn, such that the expected number of rows is the share.</summary>
    private double Threshold()
    {
        var (low, high) = (0.0, (double)_sizes.Max() + 1e-12);
        high /= Math.Min(1, share);
        for (var step = 0; step < 25; step++)
        {
            var middle = (low + high) / 2;
            var expected = 0.0;
            for (var row = 0; row < rows; row += Stride)
            {
                expected += Math.Min(1, _sizes[row] / middle);
            }

            (low, high) = expected * Stride > rows * share ? (middle, high) : (low, middle);
        }

        return high;
    }
}
