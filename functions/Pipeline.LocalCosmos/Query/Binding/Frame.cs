using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>Computes one expression. Evaluators hold no state of their own; all of it is in the frame.</summary>
internal delegate Value Evaluator(Frame frame);

/// <summary>
/// What one run of a query works on: a slot for each bound name (documents, tuples, group keys, aggregates), the parameters, and
/// the time, which stands still for the whole run.
/// </summary>
internal sealed class Frame(int slots, IReadOnlyList<Value> parameters, DateTimeOffset now)
{
    private const int MaxTuples = 100_000_000;

    private int _tuples;

    public Value[] Slots { get; } = new Value[slots];

    public IReadOnlyList<Value> Parameters { get; } = parameters;

    public DateTimeOffset Now { get; } = now;

    /// <summary>Counts a tuple. JOINs multiply, and a product without end must not keep its thread for ever.</summary>
    /// <exception cref="QueryException">The run has walked more tuples than any sensible query.</exception>
    public void CountTuple()
    {
        if (++_tuples > MaxTuples) throw new QueryException($"The query joins more than {MaxTuples} tuples for one page.");
    }
}
