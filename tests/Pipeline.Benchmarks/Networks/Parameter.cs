using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Benchmarks.Networks;

/// <summary>
/// Numbers learnt by Adam (Kingma and Ba 2015). A table of rows of which few are used at a time steps only those.
/// </summary>
internal sealed class Parameter
{
    private const float First = 0.9f;
    private const float Second = 0.999f;
    private const float Small = 1e-7f;

    private readonly float[] _means;
    private readonly float[] _squares;
    private readonly float[] _sum;
    private readonly int _row;
    private readonly bool[]? _touched;
    private readonly List<int> _rows = [];

    private int _steps;
    private int _averaged;

    /// <param name="count">How many numbers.</param>
    /// <param name="spread">They start evenly spread from minus to plus this.</param>
    /// <param name="row">Numbers of a row where only touched rows are stepped; 0 for all at once.</param>
    public Parameter(int count, float spread, Random random, int row = 0)
    {
        (Values, Gradient, _means, _squares, _sum) = (new float[count], new float[count], new float[count], new float[count], new float[count]);
        (_row, _touched) = (row, row > 0 ? new bool[count / row] : null);
        for (var i = 0; i < count; i++)
            Values[i] = ((random.NextSingle() * 2) - 1) * spread;
    }

    public float[] Values { get; }

    public float[] Gradient { get; }

    public Span<float> GradientOf(int row)
    {
        if (!_touched![row])
        {
            _touched[row] = true;
            _rows.Add(row);
        }
        return Gradient.AsSpan(row * _row, _row);
    }

    public void Step(float rate, float scale)
    {
        _steps++;
        if (_touched is null)
        {
            var correction = MathF.Sqrt(1 - MathF.Pow(Second, _steps)) / (1 - MathF.Pow(First, _steps));
            Step(0, Values.Length, rate * correction, scale);
            return;
        }
        foreach (var row in _rows)
        {
            Step(row * _row, _row, rate, scale);
            _touched[row] = false;
        }
        _rows.Clear();
    }

    /// <summary>Counts the present numbers into the mean that <see cref="UseAverage"/> takes (Polyak and Juditsky 1992).</summary>
    public void Average()
    {
        _averaged++;
        for (var i = 0; i < _sum.Length; i++)
            _sum[i] += Values[i];
    }

    public void UseAverage()
    {
        for (var i = 0; i < _sum.Length && _averaged > 0; i++)
            Values[i] = _sum[i] / _averaged;
    }

    private void Step(int from, int count, float rate, float scale)
    {
        ref var values = ref MemoryMarshal.GetArrayDataReference(Values);
        ref var gradient = ref MemoryMarshal.GetArrayDataReference(Gradient);
        ref var means = ref MemoryMarshal.GetArrayDataReference(_means);
        ref var squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        for (var at = (nuint)from; at < (nuint)(from + count); at += 8)
        {
            var g = Vector256.LoadUnsafe(ref gradient, at) * scale;
            var m = (Vector256.LoadUnsafe(ref means, at) * First) + (g * (1 - First));
            var v = (Vector256.LoadUnsafe(ref squares, at) * Second) + (g * g * (1 - Second));
            m.StoreUnsafe(ref means, at);
            v.StoreUnsafe(ref squares, at);
            (Vector256.LoadUnsafe(ref values, at) - (m * rate / (Vector256.Sqrt(v) + Vector256.Create(Small)))).StoreUnsafe(ref values, at);
            Vector256<float>.Zero.StoreUnsafe(ref gradient, at);
        }
    }
}
