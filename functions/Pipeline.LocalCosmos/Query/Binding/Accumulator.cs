using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>Folds the values of one group. An undefined value counts for nothing.</summary>
internal abstract class Accumulator
{
    public abstract Value Result { get; }

    public void Add(in Value value)
    {
        if (value.IsDefined) AddDefined(value);
    }

    protected abstract void AddDefined(in Value value);
}

internal sealed class CountAccumulator : Accumulator
{
    private long _count;

    public override Value Result => Value.Of((double)_count);

    /// <summary>Counts rows that an index counted.</summary>
    public void AddMany(long count) => _count += count;

    protected override void AddDefined(in Value value) => _count++;
}

/// <summary>COUNTIF counts what is true.</summary>
internal sealed class CountIfAccumulator : Accumulator
{
    private long _count;

    public override Value Result => Value.Of((double)_count);

    protected override void AddDefined(in Value value) => _count += value.IsTrue ? 1 : 0;
}

/// <summary>MAKELIST keeps all values in their order, MAKESET each once.</summary>
internal sealed class ListAccumulator(bool distinct) : Accumulator
{
    private readonly List<Value> _items = [];
    private readonly HashSet<Value> _seen = [];

    public override Value Result => Value.Of(_items);

    protected override void AddDefined(in Value value)
    {
        var kept = value.Detach();
        if (!distinct || _seen.Add(kept)) _items.Add(kept);
    }
}

/// <summary>SUM, 0 over nothing, and AVG, undefined over nothing. One value that is no number makes either undefined.</summary>
internal sealed class SumAccumulator(bool mean) : Accumulator
{
    private double _sum;
    private long _count;
    private bool _undefined;

    public override Value Result => _undefined ? Value.Undefined : Value.Of(mean ? _sum / _count : _sum);

    protected override void AddDefined(in Value value)
    {
        if (value.Kind == ValueKind.Number) _sum += value.AsNumber();
        else _undefined = true;
        _count++;
    }
}

/// <summary>MIN and MAX in the order of ORDER BY. An array or object makes the result undefined.</summary>
internal sealed class ExtremeAccumulator(int sign) : Accumulator
{
    private Value _extreme;
    private bool _undefined;

    public override Value Result => _undefined ? Value.Undefined : _extreme;

    protected override void AddDefined(in Value value)
    {
        if (!value.IsPrimitive) _undefined = true;
        else if (!_extreme.IsDefined || ValueOrder.Instance.Compare(value, _extreme) * sign > 0) _extreme = value.Detach();
    }
}
