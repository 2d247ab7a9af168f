using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Pipeline.Articles.Networks;

namespace Pipeline.Benchmarks.Networks;

/// <summary>A <see cref="RecurrentLayer"/> that learns, by gradients through time (Werbos 1990).</summary>
internal sealed class RecurrentGradient
{
    private readonly int _inputs;
    private readonly int _units;
    private readonly int _width;
    private readonly bool _backward;
    private readonly RecurrentLayer _layer;
    private readonly float[] _states;
    private readonly float[] _gates;
    private readonly float[] _cells;
    private readonly float[] _before;
    private readonly float[] _deltas;
    private readonly float[] _transposed;
    private readonly Backward _products;

    public RecurrentGradient(int inputs, int units, bool backward, int longest, Random random)
    {
        (_inputs, _units, _width) = (inputs, units, units * RecurrentLayer.GatesPerUnit);
        _transposed = new float[Math.Max(_inputs, _units) * _width];
        _backward = backward;
        Input = new Parameter(_inputs * _width, MathF.Sqrt(3f / _inputs), random);
        Recurrent = new Parameter(_units * _width, MathF.Sqrt(3f / _units) * 0.6f, random);
        Bias = new Parameter(_width, 0, random);

        // Half closed at first: a memory that fades slowly.
        Bias.Values.AsSpan(0, _units).Fill(-0.5f);
        _layer = new RecurrentLayer(Input.Values, Recurrent.Values, Bias.Values);
        _products = new Backward(longest * Math.Max(_inputs, _units));
        (_gates, _cells) = (new float[longest * _width], new float[longest * _units]);
        (_before, _deltas, _states) = (new float[longest * _units], new float[longest * _width], new float[longest * _units]);
    }

    public Parameter Input { get; }

    public Parameter Recurrent { get; }

    public Parameter Bias { get; }

    public IReadOnlyList<Parameter> Parameters => [Input, Recurrent, Bias];

    /// <summary>The states of all tokens.</summary>
    public ReadOnlySpan<float> Run(ReadOnlySpan<float> x, int count)
    {
        _layer.Run(x[..(count * _inputs)], [new SentenceRun(0, count)], _backward, _gates, _cells, _states);
        return _states.AsSpan(0, count * _units);
    }

    /// <param name="dh">Gradients of the states; overwritten.</param>
    /// <param name="dx">Gradients of the inputs are added here.</param>
    public void Learn(ReadOnlySpan<float> x, Span<float> dh, int count, Span<float> dx)
    {
        Span<float> dc = stackalloc float[_units];
        Span<float> none = stackalloc float[_units];
        dc.Clear();
        none.Clear();
        Backward.Transpose(Recurrent.Values, _units, _width, _transposed);
        for (var step = count - 1; step >= 0; step--)
        {
            var t = _backward ? count - 1 - step : step;
            var last = _backward ? t + 1 : t - 1;
            var delta = _deltas.AsSpan(t * _width, _width);
            var old = step > 0 ? _cells.AsSpan(last * _units, _units) : none;
            Cell(_gates.AsSpan(t * _width, _width), old, _cells.AsSpan(t * _units, _units), dh.Slice(t * _units, _units), dc, delta);
            if (step > 0)
            {
                Backward.AddInputs(delta, _transposed, dh.Slice(last * _units, _units), 1, _units, _width);
                _states.AsSpan(last * _units, _units).CopyTo(_before.AsSpan(t * _units));
            }
            else
            {
                _before.AsSpan(t * _units, _units).Clear();
            }
        }
        _products.AddWeights(x, _deltas, count, _inputs, _width, Input.Gradient);
        _products.AddWeights(_before, _deltas, count, _units, _width, Recurrent.Gradient);
        for (var t = 0; t < count; t++)
            DenseMath.AddScaled(1, _deltas.AsSpan(t * _width, _width), Bias.Gradient);
        Backward.Transpose(Input.Values, _inputs, _width, _transposed);
        Backward.AddInputs(_deltas, _transposed, dx, count, _inputs, _width);
    }

    private static void Cell(ReadOnlySpan<float> gates, ReadOnlySpan<float> old, ReadOnlySpan<float> now, ReadOnlySpan<float> dh, Span<float> dc, Span<float> delta)
    {
        ref var g = ref MemoryMarshal.GetReference(gates);
        ref var before = ref MemoryMarshal.GetReference(old);
        ref var cell = ref MemoryMarshal.GetReference(now);
        ref var state = ref MemoryMarshal.GetReference(dh);
        ref var carried = ref MemoryMarshal.GetReference(dc);
        ref var to = ref MemoryMarshal.GetReference(delta);
        var units = (nuint)dc.Length;
        var one = Vector256<float>.One;
        for (nuint i = 0; i < units; i += 8)
        {
            var gate = Vector256.LoadUnsafe(ref g, i);
            var output = Vector256.LoadUnsafe(ref g, i + units);
            var candidate = Vector256.LoadUnsafe(ref g, i + (2 * units));
            var bent = DenseMath.Tanh(Vector256.LoadUnsafe(ref cell, i));
            var h = Vector256.LoadUnsafe(ref state, i);
            var c = Vector256.LoadUnsafe(ref carried, i) + (h * output * (one - (bent * bent)));
            (c * (candidate - Vector256.LoadUnsafe(ref before, i)) * gate * (one - gate)).StoreUnsafe(ref to, i);
            (h * bent * output * (one - output)).StoreUnsafe(ref to, i + units);
            (c * gate * (one - (candidate * candidate))).StoreUnsafe(ref to, i + (2 * units));
            (c * (one - gate)).StoreUnsafe(ref carried, i);
        }
    }
}
