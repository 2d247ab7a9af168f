using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pipeline.Articles.Networks;

/// <summary>
/// One direction of a long short-term memory (Hochreiter and Schmidhuber 1997) whose forget gate is what the input gate leaves
/// (Greff et al., "LSTM: A Search Space Odyssey", 2017): c = c' + i (g - c'), h = o tanh c.
/// </summary>
/// <param name="input">A row of gates for each number of the input: of the input gates, the output gates and the candidates.</param>
/// <param name="recurrent">A row of gates for each unit.</param>
/// <param name="bias">Three numbers a unit.</param>
internal sealed class RecurrentLayer(float[] input, float[] recurrent, float[] bias)
{
    /// <summary>Sentences that run side by side at most.</summary>
    public const int MostRuns = 16;

    /// <summary>Gates of each unit.</summary>
    public const int GatesPerUnit = 3;

    private readonly int _inputs = input.Length / bias.Length;
    private readonly int _units = bias.Length / GatesPerUnit;
    private readonly int _gates = bias.Length;

    public float[] Input => input;

    public float[] Recurrent => recurrent;

    public float[] Bias => bias;

    /// <summary>
    /// Runs over several sentences side by side: a weight that is loaded serves all of them. Each gets the same numbers as it
    /// would alone.
    /// </summary>
    /// <param name="x">As many numbers a row.</param>
    /// <param name="runs">The sentences' rows, <see cref="MostRuns"/> at most; put in order here, the longest first.</param>
    /// <param name="backward">From the last row to the first.</param>
    /// <param name="gates">Out: three numbers a unit and row, after their functions.</param>
    /// <param name="cells">Out: a number a unit and row.</param>
    /// <param name="states">Out: a number a unit and row.</param>
    public void Run(ReadOnlySpan<float> x, Span<SentenceRun> runs, bool backward, Span<float> gates, Span<float> cells, Span<float> states)
    {
        var rows = x.Length / _inputs;
        for (var row = 0; row < rows; row++)
            bias.CopyTo(gates[(row * _gates)..]);
        DenseMath.MultiplyAdd(x, input, gates, rows, _inputs, _gates);

        // Of each sentence what it is at, one after another; the longest first, so that those that still run stand together.
        Span<float> z = stackalloc float[MostRuns * _gates];
        Span<float> cell = stackalloc float[MostRuns * _units];
        Span<float> state = stackalloc float[MostRuns * _units];
        cell.Clear();
        state.Clear();
        runs.Sort((first, second) => second.Count - first.Count);
        var running = runs.Length;
        for (var step = 0; running > 0 && step < runs[0].Count; step++)
        {
            while (runs[running - 1].Count <= step)
                running--;
            for (var i = 0; i < running; i++)
                gates.Slice(Row(runs[i], step, backward) * _gates, _gates).CopyTo(z[(i * _gates)..]);

            // Rows are cheapest in fours; those beyond the last sentence are of no use and do no harm.
            DenseMath.MultiplyAdd(state, recurrent, z, running == 1 ? 1 : (running + 3) & ~3, _units, _gates);
            for (var i = 0; i < running; i++)
            {
                var row = Row(runs[i], step, backward);
                var own = z.Slice(i * _gates, _gates);
                Cell(own, cell.Slice(i * _units, _units), state.Slice(i * _units, _units));
                own.CopyTo(gates[(row * _gates)..]);
                cell.Slice(i * _units, _units).CopyTo(cells[(row * _units)..]);
                state.Slice(i * _units, _units).CopyTo(states[(row * _units)..]);
            }
        }
    }

    private static int Row(SentenceRun run, int step, bool backward) => run.Row + (backward ? run.Count - 1 - step : step);

    /// <summary>One step: the gates' functions, the cell after it, the state.</summary>
    private static void Cell(Span<float> z, Span<float> cell, Span<float> state)
    {
        var units = (nuint)state.Length;
        ref var gates = ref MemoryMarshal.GetReference(z);
        ref var now = ref MemoryMarshal.GetReference(cell);
        ref var h = ref MemoryMarshal.GetReference(state);
        for (nuint i = 0; i < units; i += 8)
        {
            var gate = DenseMath.Sigmoid(Vector256.LoadUnsafe(ref gates, i));
            var output = DenseMath.Sigmoid(Vector256.LoadUnsafe(ref gates, i + units));
            var candidate = DenseMath.Tanh(Vector256.LoadUnsafe(ref gates, i + (2 * units)));
            var c = Vector256.LoadUnsafe(ref now, i);
            c = Vector256.FusedMultiplyAdd(gate, candidate - c, c);
            gate.StoreUnsafe(ref gates, i);
            output.StoreUnsafe(ref gates, i + units);
            candidate.StoreUnsafe(ref gates, i + (2 * units));
            c.StoreUnsafe(ref now, i);
            (output * DenseMath.Tanh(c)).StoreUnsafe(ref h, i);
        }
    }
}
