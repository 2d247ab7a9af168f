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
    /// <summary>Sentences that run side by side at most.</summary>
    public const int MostRuns = 16;

    private const int Hidden = NetworkShape.Hidden;
    private const int Gates = NetworkShape.Gates;

    public float[] Input => input;

    public float[] Recurrent => recurrent;

    public float[] Bias => bias;

    /// <summary>
    /// Runs over several sentences side by side: a weight that is loaded serves all of them. Each gets the same numbers as it
    /// would alone.
    /// </summary>
    /// <param name="x">Inputs numbers a row.</param>
    /// <param name="runs">The sentences' rows, <see cref="MostRuns"/> at most; put in order here, the longest first.</param>
    /// <param name="backward">From the last row to the first.</param>
    /// <param name="gates">Out: Gates numbers a row, after their functions.</param>
    /// <param name="cells">Out: Hidden numbers a row.</param>
    /// <param name="states">Out: Hidden numbers a row.</param>
    public void Run(ReadOnlySpan<float> x, Span<SentenceRun> runs, bool backward, Span<float> gates, Span<float> cells, Span<float> states)
    {
        var rows = x.Length / NetworkShape.Inputs;
        for (var row = 0; row < rows; row++)
            bias.CopyTo(gates[(row * Gates)..]);
        DenseMath.MultiplyAdd(x, input, gates, rows, NetworkShape.Inputs, Gates);

        // Of each sentence what it is at, one after another; the longest first, so that those that still run stand together.
        Span<float> z = stackalloc float[MostRuns * Gates];
        Span<float> cell = stackalloc float[MostRuns * Hidden];
        Span<float> state = stackalloc float[MostRuns * Hidden];
        cell.Clear();
        state.Clear();
        runs.Sort((first, second) => second.Count - first.Count);
        var running = runs.Length;
        for (var step = 0; running > 0 && step < runs[0].Count; step++)
        {
            while (runs[running - 1].Count <= step)
                running--;
            for (var i = 0; i < running; i++)
                gates.Slice(Row(runs[i], step, backward) * Gates, Gates).CopyTo(z[(i * Gates)..]);

            // Rows are cheapest in fours; those beyond the last sentence are of no use and do no harm.
            DenseMath.MultiplyAdd(state, recurrent, z, running == 1 ? 1 : (running + 3) & ~3, Hidden, Gates);
            for (var i = 0; i < running; i++)
            {
                var row = Row(runs[i], step, backward);
                var own = z.Slice(i * Gates, Gates);
                Cell(own, cell.Slice(i * Hidden, Hidden), state.Slice(i * Hidden, Hidden));
                own.CopyTo(gates[(row * Gates)..]);
                cell.Slice(i * Hidden, Hidden).CopyTo(cells[(row * Hidden)..]);
                state.Slice(i * Hidden, Hidden).CopyTo(states[(row * Hidden)..]);
            }
        }
    }

    private static int Row(SentenceRun run, int step, bool backward) => run.Row + (backward ? run.Count - 1 - step : step);

    /// <summary>One step: the gates' functions, the cell after it, the state.</summary>
    private static void Cell(Span<float> z, Span<float> cell, Span<float> state)
    {
        ref var gates = ref MemoryMarshal.GetReference(z);
        ref var now = ref MemoryMarshal.GetReference(cell);
        ref var h = ref MemoryMarshal.GetReference(state);
        for (nuint i = 0; i < Hidden; i += 8)
        {
            var gate = DenseMath.Sigmoid(Vector256.LoadUnsafe(ref gates, i));
            var output = DenseMath.Sigmoid(Vector256.LoadUnsafe(ref gates, i + Hidden));
            var candidate = DenseMath.Tanh(Vector256.LoadUnsafe(ref gates, i + (2 * Hidden)));
            var c = Vector256.LoadUnsafe(ref now, i);
            c = Vector256.FusedMultiplyAdd(gate, candidate - c, c);
            gate.StoreUnsafe(ref gates, i);
            output.StoreUnsafe(ref gates, i + Hidden);
            candidate.StoreUnsafe(ref gates, i + (2 * Hidden));
            c.StoreUnsafe(ref now, i);
            (output * DenseMath.Tanh(c)).StoreUnsafe(ref h, i);
        }
    }
}
