using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

internal sealed record BoundOrder(Evaluator Key, bool Descending);

/// <summary>A query whose names are slots and whose expressions are evaluators. It is immutable; a run's state is in its frame.</summary>
internal sealed record BoundQuery
{
    public required IReadOnlyList<BoundSource> Sources { get; init; }

    /// <summary>Where the document, or the result of <see cref="Derived"/>, is put; -1 in a subquery.</summary>
    public required int RootSlot { get; init; }

    /// <summary>
    /// The query over the whole container that the first source reads, where it reads one; null where documents are read.
    /// </summary>
    public BoundQuery? Derived { get; init; }

    public Evaluator? Where { get; init; }

    /// <summary>Null in a query without aggregates and GROUP BY.</summary>
    public Grouping? Grouping { get; init; }

    public required Evaluator Projection { get; init; }

    public IReadOnlyList<BoundOrder> OrderBy { get; init; } = [];

    public bool Distinct { get; init; }

    public RowLimits Limits { get; init; } = new(null, null, null);

    /// <summary>True where rows can be given one by one in the order of ORDER BY.</summary>
    public bool StreamsInOrder => OrderBy.Count > 0 && Grouping is null && !Distinct;

    /// <summary>The tuples that pass WHERE, for the sources from <paramref name="from"/> on.</summary>
    public IEnumerable<Frame> Tuples(Frame frame, int from = 0)
    {
        foreach (var tuple in BoundSource.Tuples(frame, Sources, from))
            if (Where is null || Where(tuple).IsTrue) yield return tuple;
    }

    /// <summary>
    /// Runs the whole query in memory:
    /// <code>sources -> WHERE -> GROUP BY -> ORDER BY -> SELECT -> DISTINCT -> TOP, OFFSET LIMIT</code>
    /// </summary>
    public IEnumerable<Value> Run(Frame frame) => Limits.Apply(frame, Deduplicate(Values(frame)));

    /// <summary>Drops what came before, and undefined: no item can say it.</summary>
    public IEnumerable<Value> Deduplicate(IEnumerable<Value> values)
    {
        var seen = Distinct ? new HashSet<Value>() : null;
        foreach (var value in values)
        {
            if (!value.IsDefined) continue;
            if (seen is null) yield return value;
            else if (!seen.Contains(value))
            {
                var kept = value.Detach();
                seen.Add(kept);
                yield return kept;
            }
        }
    }

    private IEnumerable<Value> Values(Frame frame)
    {
        if (Grouping is not null)
        {
            var table = Grouping.NewTable();
            foreach (var tuple in Tuples(frame)) table.Add(tuple);
            return table.Groups(frame).Select(group => Projection(group));
        }
        if (OrderBy.Count == 0) return Tuples(frame).Select(tuple => Projection(tuple));
        var rows = Tuples(frame).Select(tuple => (Keys: SortKeys(tuple), Value: Projection(tuple)));
        return rows.Where(row => row.Keys is not null).OrderBy(row => row.Keys!, SortKeyOrder()).Select(row => row.Value);
    }

    /// <summary>The values of ORDER BY; null for a row that a single undefined key leaves out.</summary>
    public Value[]? SortKeys(Frame frame)
    {
        var keys = new Value[OrderBy.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = OrderBy[i].Key(frame);
        return keys.Length == 1 && !keys[0].IsDefined ? null : keys;
    }

    public Comparer<Value[]> SortKeyOrder() => Comparer<Value[]>.Create((left, right) =>
    {
        for (var i = 0; i < OrderBy.Count; i++)
        {
            var order = ValueOrder.Instance.Compare(left[i], right[i]);
            if (order != 0) return OrderBy[i].Descending ? -order : order;
        }
        return 0;
    });
}
