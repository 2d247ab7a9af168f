namespace Pipeline.Benchmarks.Entities.Training;

/// <summary>FTRL-Proximal without L1 over a small dense vector.</summary>
internal sealed class Ftrl(int size)
{
    private readonly float[] _gradient = new float[size];
    private readonly float[] _sums = new float[size];
    private readonly float[] _squares = new float[size];
    private readonly float[] _weights = new float[size];

    public Span<float> Gradient => _gradient;

    public ReadOnlySpan<float> Weights => _weights;

    public void Step(float alpha, float beta)
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            var g = _gradient[i];
            if (g == 0)
                continue;
            var before = MathF.Sqrt(_squares[i]);
            _squares[i] += g * g;
            var root = MathF.Sqrt(_squares[i]);
            _sums[i] += g - ((root - before) / alpha * _weights[i]);
            _weights[i] = -_sums[i] / ((beta + root) / alpha);
        }
    }
}
