using Pipeline.LocalCosmos.Query.Syntax;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>The stretches of an index in which a comparison with a value can hold. No range means that it never holds.</summary>
internal static class RangeMaker
{
    public static IReadOnlyList<IndexRange> Equal(in Value value) => value.Kind switch
    {
        ValueKind.Undefined => [],
        ValueKind.Number => [IndexRange.OfNumbers(value.AsNumber(), value.AsNumber())],
        ValueKind.String when IsPlain(value.AsString()) => [new IndexRange(SqlKind.Text, value.AsString(), value.AsString(), true)],
        ValueKind.String => [IndexRange.OfKind(SqlKind.Text, false)],
        _ => [IndexRange.OfKind(SqlKind.Of(value).Kind, value.IsPrimitive)],
    };

    public static IReadOnlyList<IndexRange> Compare(BinaryOperator comparison, in Value value)
    {
        var isLow = comparison is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;
        return isLow ? Between(value, null) : Between(null, value);
    }

    /// <param name="low">Null for an open end.</param>
    /// <param name="high">Null for an open end.</param>
    public static IReadOnlyList<IndexRange> Between(Value? low, Value? high)
    {
        var kind = (low ?? high)!.Value.Kind;
        if (low is not null && high is not null && low.Value.Kind != high.Value.Kind) return [];
        switch (kind)
        {
            case ValueKind.Null: return [IndexRange.OfKind(SqlKind.Null, false)];
            case ValueKind.Boolean: return [IndexRange.OfKind(SqlKind.False, false), IndexRange.OfKind(SqlKind.True, false)];
            case ValueKind.Number: return [IndexRange.OfNumbers(low?.AsNumber(), high?.AsNumber())];
            case ValueKind.String: return [new IndexRange(SqlKind.Text, Bound(low), Bound(high), false)];
            default: return [];
        }
    }

    /// <summary>Strings that start with a text.</summary>
    public static IReadOnlyList<IndexRange> Prefix(string prefix)
    {
        if (prefix.Length == 0 || !IsPlain(prefix)) return [IndexRange.OfKind(SqlKind.Text, false)];
        var last = prefix[^1];
        // The next prefix bounds from above; where the last character has no plain successor the end stays open.
        var next = last < '\uD7FF' ? $"{prefix[..^1]}{(char)(last + 1)}" : null;
        return [new IndexRange(SqlKind.Text, prefix, next, false)];
    }

    private static string? Bound(Value? value) => value is { } bound && IsPlain(bound.AsString()) ? bound.AsString() : null;

    /// <summary>False for text that SQLite may store otherwise: with NUL, or with half of a surrogate pair.</summary>
    private static bool IsPlain(string text) => !text.Contains('\0') && JsonStrings.IsWellFormed(text);
}
