using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>Positions in strings and parts of them, in UTF-16 code units from 0.</summary>
internal static class SubstringFunctions
{
    public static void Register(FunctionTable table)
    {
        table.Add("LENGTH", value => value.TryString(out var text) ? Value.Of((double)text.Length) : Value.Undefined);
        table.Add("INDEX_OF", 2, 3, IndexOf);
        table.Add("LASTINDEXOF", (value, part) => value.TryString(out var text) && part.TryString(out var wanted)
            ? Value.Of((double)text.LastIndexOf(wanted, StringComparison.Ordinal))
            : Value.Undefined);
        table.Add("SUBSTRING", 3, 3, Substring);
        table.Add("LEFT", (value, length) => Cut(value, length, (text, count) => text[..count]));
        table.Add("RIGHT", (value, length) => Cut(value, length, (text, count) => text[^count..]));
    }

    private static Value IndexOf(ReadOnlySpan<Value> arguments, Frame frame)
    {
        if (!arguments[0].TryString(out var text) || !arguments[1].TryString(out var part)) return Value.Undefined;
        long start = 0;
        if (arguments.Length == 3 && !arguments[2].TryInteger(out start)) return Value.Undefined;
        if (start < 0 || start > text.Length) return Value.Of(-1.0);
        return Value.Of((double)text.IndexOf(part, (int)start, StringComparison.Ordinal));
    }

    private static Value Substring(ReadOnlySpan<Value> arguments, Frame frame)
    {
        if (!arguments[0].TryString(out var text) || !arguments[1].TryInteger(out var start) || !arguments[2].TryInteger(out var length))
            return Value.Undefined;
        if (start < 0 || start >= text.Length || length <= 0) return Value.Of(string.Empty);
        return Value.Of(text.Substring((int)start, (int)Math.Min(length, text.Length - start)));
    }

    private static Value Cut(Value value, Value length, Func<string, int, string> cut)
    {
        if (!value.TryString(out var text) || !length.TryInteger(out var count)) return Value.Undefined;
        return Value.Of(cut(text, (int)Math.Clamp(count, 0, text.Length)));
    }
}
