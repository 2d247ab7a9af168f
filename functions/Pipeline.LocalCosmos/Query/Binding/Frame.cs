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
    public Value[] Slots { get; } = new Value[slots];

    public IReadOnlyList<Value> Parameters { get; } = parameters;

    public DateTimeOffset Now { get; } = now;
}
