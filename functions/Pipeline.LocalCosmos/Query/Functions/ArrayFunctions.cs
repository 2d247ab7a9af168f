using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>Functions over arrays, in their order.</summary>
internal static class ArrayFunctions
{
    public static void Register(FunctionTable table)
    {
        table.Add("ARRAY_LENGTH", value => value.Kind == ValueKind.Array ? Value.Of((double)value.ArrayLength) : Value.Undefined);
        table.Add("ARRAY_CONTAINS", 2, 3, Contains);
        table.Add("ARRAY_CONTAINS_ANY", 2, int.MaxValue, (arguments, _) => ContainsEach(arguments, any: true));
        table.Add("ARRAY_CONTAINS_ALL", 2, int.MaxValue, (arguments, _) => ContainsEach(arguments, any: false));
        table.Add("ARRAY_CONCAT", 2, int.MaxValue, Concat);
        table.Add("ARRAY_SLICE", 2, 3, Slice);
        table.Add("CHOOSE", 2, int.MaxValue, Choose);
    }

    private static Value Contains(ReadOnlySpan<Value> arguments, Frame frame)
    {
        var (array, wanted) = (arguments[0], arguments[1]);
        if (array.Kind != ValueKind.Array || !wanted.IsDefined) return Value.Undefined;
        if (arguments.Length == 3 && arguments[2].Kind != ValueKind.Boolean) return Value.Undefined;
        var partial = arguments.Length == 3 && arguments[2].IsTrue;
        return Value.Of(array.Items.Any(item => partial ? IsPart(wanted, item) : ValueEquality.Equal(item, wanted)));
    }

    /// <summary>A partial match: every property that is wanted is there and is part of what is wanted in turn.</summary>
    private static bool IsPart(Value wanted, Value item)
    {
        if (wanted.Kind != ValueKind.Object || item.Kind != ValueKind.Object) return ValueEquality.Equal(wanted, item);
        return wanted.Properties.All(property => IsPart(property.Value, item.Property(property.Key)));
    }

    private static Value ContainsEach(ReadOnlySpan<Value> arguments, bool any)
    {
        if (arguments[0].Kind != ValueKind.Array) return Value.Undefined;
        foreach (var wanted in arguments)
            if (!wanted.IsDefined) return Value.Undefined;
        var items = arguments[0].Items.ToHashSet();
        foreach (var wanted in arguments[1..])
            if (items.Contains(wanted) == any) return Value.Of(any);
        return Value.Of(!any);
    }

    private static Value Concat(ReadOnlySpan<Value> arguments, Frame frame)
    {
        var items = new List<Value>();
        foreach (var array in arguments)
        {
            if (array.Kind != ValueKind.Array) return Value.Undefined;
            items.AddRange(array.Items);
        }
        return Value.Of(items);
    }

    /// <summary>A negative start counts from the end.</summary>
    private static Value Slice(ReadOnlySpan<Value> arguments, Frame frame)
    {
        if (arguments[0].Kind != ValueKind.Array || !arguments[1].TryInteger(out var start)) return Value.Undefined;
        var count = (long)arguments[0].ArrayLength;
        var length = count;
        if (arguments.Length == 3 && !arguments[2].TryInteger(out length)) return Value.Undefined;
        if (start < 0) start = Math.Max(0, count + start);
        if (start >= count || length <= 0) return Value.Of([]);
        return Value.Of([.. arguments[0].Items.Skip((int)start).Take((int)Math.Min(length, count - start))]);
    }

    /// <summary>The argument at a place, counted from 1.</summary>
    private static Value Choose(ReadOnlySpan<Value> arguments, Frame frame) =>
        arguments[0].TryInteger(out var index) && index >= 1 && index < arguments.Length ? arguments[(int)index] : Value.Undefined;
}
