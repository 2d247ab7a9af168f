using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>Arrays as sets, and objects as arrays of their properties.</summary>
internal static class SetFunctions
{
    public static void Register(FunctionTable table)
    {
        table.Add("SETINTERSECT", (left, right) => Combine(left, right, (a, b) => a.Intersect(b)));
        table.Add("SETUNION", (left, right) => Combine(left, right, (a, b) => a.Union(b)));
        table.Add("SETDIFFERENCE", (left, right) => Combine(left, right, (a, b) => a.Except(b)));
        table.Add("SETEQUAL", (left, right) =>
            left.Kind == ValueKind.Array && right.Kind == ValueKind.Array ? Value.Of(left.Items.ToHashSet().SetEquals(right.Items)) : Value.Undefined);
        table.Add("OBJECTTOARRAY", 1, 3, (arguments, _) => ToArray(arguments));
    }

    private static Value Combine(Value left, Value right, Func<IEnumerable<Value>, IEnumerable<Value>, IEnumerable<Value>> combine) =>
        left.Kind == ValueKind.Array && right.Kind == ValueKind.Array
            ? Value.Of([.. combine(left.Items, right.Items)])
            : Value.Undefined;

    private static Value ToArray(ReadOnlySpan<Value> arguments)
    {
        var (key, content) = ("k", "v");
        if (arguments.Length > 1 && !arguments[1].TryString(out key)) return Value.Undefined;
        if (arguments.Length > 2 && !arguments[2].TryString(out content)) return Value.Undefined;
        if (arguments[0].Kind != ValueKind.Object) return Value.Undefined;
        var pairs = arguments[0].Properties.Select(property => Value.Of(new ObjectValue(
        [
            KeyValuePair.Create(key, Value.Of(property.Key)),
            KeyValuePair.Create(content, property.Value),
        ])));
        return Value.Of([.. pairs]);
    }
}
