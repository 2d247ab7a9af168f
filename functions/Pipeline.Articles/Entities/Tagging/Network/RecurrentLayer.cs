using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Entities.Tagging.Network;

/// <summary>
/// One direction of a long short-term memory (Hochreiter and Schmidhuber 1997) whose forget gate is what the input gate leaves
/// (Greff et al., "LSTM: A Search Space Odyssey", 2017): c = c' + i (g - c'), h = o tanh c.
/// </summary>
/// <param name="input">Inputs rows of Gates numbers.</param>
/// <param name="recurrent">Hidden rows of Gates numbers.</param>
/// <param name="bias">Gates numbers.</param>
internal sealed class RecurrentLayer(float[] input, float[] recurrent, float[] bias)
{
    private const int Hidden = NetworkShape.Hidden;
    private const int Gates = NetworkShape.Gates;

    public float[] Input => input;

    public float[] Recurrent => recurrent;

    public float[] Bias => bias;

    /// <summary>Runs over a sentence.</summary>
    /// <param name="x">Inputs numbers a token.</param>
    /// <param name="count">Tokens.</param>
    /// <param name="backward">From the last token to the first.</param>
    /// <param name="gates">Out: Gates numbers a token, after their functions.</param>
    /// <param name="cells">Out: Hidden numbers a token.</param>
    /// <param name="states">Out: Hidden numbers a token.</param>
    public void Run(ReadOnlySpan<float> x, int count, bool backward, Span<float> gates, Span<float> cells, Span<float> states)
    {
        for (var t = 0; t < count; t++)
            bias.CopyTo(gates[(t * Gates)..]);
        DenseMath.MultiplyAdd(x, input, gates, count, NetworkShape.Inputs, Gates);
        Span<float> none = stackalloc float[Hidden];
        none.Clear();
        for (var step = 0; step < count; step++)
        {
            var t = backward ? count - 1 - step : step;
            var last = backward ? t + 1 : t - 1;
            var z = gates.Slice(t * Gates, Gates);
            if (step > 0)
                DenseMath.MultiplyAdd(states.Slice(last * Hidden, Hidden), recurrent, z, 1, Hidden, Gates);
            Cell(z, step > 0 ? cells.Slice(last * Hidden, Hidden) : none, cells.Slice(t * Hidden, Hidden), states.Slice(t * Hidden, Hidden));
        }
    }

    private static void Cell(Span<float> z, ReadOnlySpan<float> before, Span<float> cell, Span<float> state)
    {
        ref var gates = ref MemoryMarshal.GetReference(z);
        ref var old = ref MemoryMarshal.GetReference(before);
        ref var now = ref MemoryMarshal.GetReference(cell);
        ref var h = ref MemoryMarshal.GetReference(state);
        for (nuint i = 0; i < Hidden; i += 8)
        {
            var gate = DenseMath.Sigmoid(Vector256.LoadUnsafe(ref gates, i));
            var output = DenseMath.Sigmoid(Vector256.LoadUnsafe(ref gates, i + Hidden));
            var candidate = DenseMath.Tanh(Vector256.LoadUnsafe(ref gates, i + (2 * Hidden)));
            var c = Vector256.LoadUnsafe(ref old, i);
            c = Vector256.FusedMultiplyAdd(gate, candidate - c, c);
            gate.StoreUnsafe(ref gates, i);
            output.StoreUnsafe(ref gates, i + Hidden);
            candidate.StoreUnsafe(ref gates, i + (2 * Hidden));
            c.StoreUnsafe(ref now, i);
            (output * DenseMath.Tanh(c)).StoreUnsafe(ref h, i);
        }
    }
}
