using Pipeline.LocalCosmos.Query.Syntax;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>One aggregate of a SELECT list: what it folds, how, and the slot in which its result is read.</summary>
internal sealed record BoundAggregate(Call Call, Func<Accumulator> Make, Evaluator Argument, int Slot);

/// <summary>GROUP BY and aggregates of one query. Results and keys are put into slots, where the SELECT list finds them.</summary>
internal sealed class Grouping
{
    public required IReadOnlyList<Evaluator> Keys { get; init; }

    public required IReadOnlyList<int> KeySlots { get; init; }

    public required IReadOnlyList<BoundAggregate> Aggregates { get; init; }

    /// <summary>True where only the number of rows matters: COUNT of a constant, without GROUP BY.</summary>
    public bool CountsRows => Keys.Count == 0
        && Aggregates.All(aggregate => aggregate.Call is { Name: "COUNT", Arguments: [Literal { Value.IsDefined: true }] });

    /// <summary>Without GROUP BY there is one group, even over nothing.</summary>
    public GroupTable NewTable() => new(this);
}

/// <summary>The groups of one run, in the order in which they were met.</summary>
internal sealed class GroupTable(Grouping grouping)
{
    private readonly Dictionary<Value, Accumulator[]> _groups = [];
    private readonly List<(Value Key, Accumulator[] Accumulators)> _order = [];

    public void Add(Frame frame)
    {
        var keys = new Value[grouping.Keys.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = grouping.Keys[i](frame);
        var accumulators = Group(Value.Of(keys));
        for (var i = 0; i < accumulators.Length; i++) accumulators[i].Add(grouping.Aggregates[i].Argument(frame));
    }

    /// <summary>Adds rows that nobody had to look at; see <see cref="Grouping.CountsRows"/>.</summary>
    public void AddRows(long count)
    {
        foreach (var accumulator in Group(Value.Of([])).Cast<CountAccumulator>()) accumulator.AddMany(count);
    }

    /// <summary>Sets the slots for one group after another.</summary>
    public IEnumerable<Frame> Groups(Frame frame)
    {
        if (grouping.Keys.Count == 0) Group(Value.Of([]));
        foreach (var (key, accumulators) in _order)
        {
            for (var i = 0; i < grouping.KeySlots.Count; i++) frame.Slots[grouping.KeySlots[i]] = key.Item(i);
            for (var i = 0; i < accumulators.Length; i++) frame.Slots[grouping.Aggregates[i].Slot] = accumulators[i].Result;
            yield return frame;
        }
    }

    private Accumulator[] Group(Value key)
    {
        if (_groups.TryGetValue(key, out var accumulators)) return accumulators;
        accumulators = [.. grouping.Aggregates.Select(aggregate => aggregate.Make())];
        key = key.Detach();
        _groups.Add(key, accumulators);
        _order.Add((key, accumulators));
        return accumulators;
    }
}
