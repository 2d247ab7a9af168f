using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Pipeline.Articles.Entities.Tagging.Network;

namespace Pipeline.Benchmarks.Entities.Training.Network;

/// <summary>A <see cref="RecurrentLayer"/> that learns, by gradients through time (Werbos 1990).</summary>
internal sealed class RecurrentGradient
{
    private const int Hidden = NetworkShape.Hidden;
    private const int Gates = NetworkShape.Gates;
    private const int Inputs = NetworkShape.Inputs;

    private readonly bool _backward;
    private readonly RecurrentLayer _layer;
    private readonly float[] _states;
    private readonly float[] _gates;
    private readonly float[] _cells;
    private readonly float[] _before;
    private readonly float[] _deltas;
    private readonly float[] _transposed = new float[Math.Max(Inputs, Hidden) * Gates];
    private readonly Backward _products;

    public RecurrentGradient(bool backward, int longest, Random random)
    {
        _backward = backward;
        Input = new Parameter(Inputs * Gates, MathF.Sqrt(3f / Inputs), random);
        Recurrent = new Parameter(Hidden * Gates, MathF.Sqrt(3f / Hidden) * 0.6f, random);
        Bias = new Parameter(Gates, 0, random);

        // Half closed at first: a memory that fades slowly.
        Bias.Values.AsSpan(0, Hidden).Fill(-0.5f);
        _layer = new RecurrentLayer(Input.Values, Recurrent.Values, Bias.Values);
        _products = new Backward(longest * Math.Max(Inputs, Hidden));
        (_gates, _cells) = (new float[longest * Gates], new float[longest * Hidden]);
        (_before, _deltas, _states) = (new float[longest * Hidden], new float[longest * Gates], new float[longest * Hidden]);
    }

    public Parameter Input { get; }

    public Parameter Recurrent { get; }

    public Parameter Bias { get; }

    public IReadOnlyList<Parameter> Parameters => [Input, Recurrent, Bias];

    /// <summary>The states of all tokens.</summary>
    public ReadOnlySpan<float> Run(ReadOnlySpan<float> x, int count)
    {
        _layer.Run(x[..(count * Inputs)], [new SentenceRun(0, count)], _backward, _gates, _cells, _states);
        return _states.AsSpan(0, count * Hidden);
    }

    /// <param name="dh">Gradients of the states; overwritten.</param>
    /// <param name="dx">Gradients of the inputs are added here.</param>
    public void Learn(ReadOnlySpan<float> x, Span<float> dh, int count, Span<float> dx)
    {
        Span<float> dc = stackalloc float[Hidden];
        Span<float> none = stackalloc float[Hidden];
        dc.Clear();
        none.Clear();
        Backward.Transpose(Recurrent.Values, Hidden, Gates, _transposed);
        for (var step = count - 1; step >= 0; step--)
        {
            var t = _backward ? count - 1 - step : step;
            var last = _backward ? t + 1 : t - 1;
            var delta = _deltas.AsSpan(t * Gates, Gates);
            var old = step > 0 ? _cells.AsSpan(last * Hidden, Hidden) : none;
            Cell(_gates.AsSpan(t * Gates, Gates), old, _cells.AsSpan(t * Hidden, Hidden), dh.Slice(t * Hidden, Hidden), dc, delta);
            if (step > 0)
            {
                Backward.AddInputs(delta, _transposed, dh.Slice(last * Hidden, Hidden), 1, Hidden, Gates);
                _states.AsSpan(last * Hidden, Hidden).CopyTo(_before.AsSpan(t * Hidden));
            }
            else
            {
                _before.AsSpan(t * Hidden, Hidden).Clear();
            }
        }
        _products.AddWeights(x, _deltas, count, Inputs, Gates, Input.Gradient);
        _products.AddWeights(_before, _deltas, count, Hidden, Gates, Recurrent.Gradient);
        for (var t = 0; t < count; t++)
            DenseMath.AddScaled(1, _deltas.AsSpan(t * Gates, Gates), Bias.Gradient);
        Backward.Transpose(Input.Values, Inputs, Gates, _transposed);
        Backward.AddInputs(_deltas, _transposed, dx, count, Inputs, Gates);
    }

    private static void Cell(ReadOnlySpan<float> gates, ReadOnlySpan<float> old, ReadOnlySpan<float> now, ReadOnlySpan<float> dh, Span<float> dc, Span<float> delta)
    {
        ref var g = ref MemoryMarshal.GetReference(gates);
        ref var before = ref MemoryMarshal.GetReference(old);
        ref var cell = ref MemoryMarshal.GetReference(now);
        ref var state = ref MemoryMarshal.GetReference(dh);
        ref var carried = ref MemoryMarshal.GetReference(dc);
        ref var to = ref MemoryMarshal.GetReference(delta);
        var one = Vector256<float>.One;
        for (nuint i = 0; i < Hidden; i += 8)
        {
            var gate = Vector256.LoadUnsafe(ref g, i);
            var output = Vector256.LoadUnsafe(ref g, i + Hidden);
            var candidate = Vector256.LoadUnsafe(ref g, i + (2 * Hidden));
            var bent = DenseMath.Tanh(Vector256.LoadUnsafe(ref cell, i));
            var h = Vector256.LoadUnsafe(ref state, i);
            var c = Vector256.LoadUnsafe(ref carried, i) + (h * output * (one - (bent * bent)));
            (c * (candidate - Vector256.LoadUnsafe(ref before, i)) * gate * (one - gate)).StoreUnsafe(ref to, i);
            (h * bent * output * (one - output)).StoreUnsafe(ref to, i + Hidden);
            (c * gate * (one - (candidate * candidate))).StoreUnsafe(ref to, i + (2 * Hidden));
            (c * (one - gate)).StoreUnsafe(ref carried, i);
        }
    }
}
