using System.Text;
using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>Functions that test strings or make whole new ones.</summary>
internal static class StringFunctions
{
    private const int MaxLength = 4 * 1024 * 1024;

    public static void Register(FunctionTable table)
    {
        table.Add("CONTAINS", 2, 3, (a, _) => Test(a, (text, part, comparison) => text.Contains(part, comparison)));
        table.Add("STARTSWITH", 2, 3, (a, _) => Test(a, (text, part, comparison) => text.StartsWith(part, comparison)));
        table.Add("ENDSWITH", 2, 3, (a, _) => Test(a, (text, part, comparison) => text.EndsWith(part, comparison)));
        table.Add("STRINGEQUALS", 2, 3, (a, _) => Test(a, string.Equals));
        table.Add("UPPER", value => Map(value, text => text.ToUpperInvariant()));
        table.Add("LOWER", value => Map(value, text => text.ToLowerInvariant()));
        table.Add("TRIM", 1, 2, (a, _) => Trim(a, (text, set) => text.Trim(set)));
        table.Add("LTRIM", 1, 2, (a, _) => Trim(a, (text, set) => text.TrimStart(set)));
        table.Add("RTRIM", 1, 2, (a, _) => Trim(a, (text, set) => text.TrimEnd(set)));
        table.Add("REVERSE", value => Map(value, Reverse));
        table.Add("CONCAT", 2, int.MaxValue, Concat);
        table.Add("REPLACE", 3, 3, Replace);
        table.Add("REPLICATE", Replicate);
        table.Add("STRINGJOIN", Join);
        table.Add("STRINGSPLIT", Split);
    }

    private static Value Map(Value value, Func<string, string> map) =>
        value.TryString(out var text) ? Value.Of(map(text)) : Value.Undefined;

    private static Value Test(ReadOnlySpan<Value> arguments, Func<string, string, StringComparison, bool> test)
    {
        if (!arguments[0].TryString(out var text) || !arguments[1].TryString(out var part)) return Value.Undefined;
        if (arguments.Length == 3 && arguments[2].Kind != ValueKind.Boolean) return Value.Undefined;
        var ignoreCase = arguments.Length == 3 && arguments[2].IsTrue;
        return Value.Of(test(text, part, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
    }

    private static Value Trim(ReadOnlySpan<Value> arguments, Func<string, char[]?, string> trim)
    {
        if (!arguments[0].TryString(out var text)) return Value.Undefined;
        if (arguments.Length == 1) return Value.Of(trim(text, null));
        if (!arguments[1].TryString(out var set)) return Value.Undefined;
        // Trim with an empty set would mean white space, and here nothing is to be trimmed.
        return Value.Of(set.Length == 0 ? text : trim(text, set.ToCharArray()));
    }

    private static string Reverse(string text)
    {
        var reversed = new StringBuilder(text.Length);
        for (var end = text.Length; end > 0;)
        {
            var length = end > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
            reversed.Append(text, end - length, length);
            end -= length;
        }
        return reversed.ToString();
    }

    private static Value Concat(ReadOnlySpan<Value> arguments, Frame frame)
    {
        var whole = new StringBuilder();
        foreach (var argument in arguments)
        {
            if (!argument.TryString(out var text)) return Value.Undefined;
            CheckLength("CONCAT", whole.Append(text).Length);
        }
        return Value.Of(whole.ToString());
    }

    private static Value Replace(ReadOnlySpan<Value> arguments, Frame frame)
    {
        var strings = arguments[0].TryString(out var text) & arguments[1].TryString(out var old) & arguments[2].TryString(out var by);
        if (!strings) return Value.Undefined;
        if (old.Length == 0) return Value.Of(text);
        CheckLength("REPLACE", text.Length + text.AsSpan().Count(old) * ((long)by.Length - old.Length));
        return Value.Of(text.Replace(old, by, StringComparison.Ordinal));
    }

    private static Value Replicate(Value value, Value times)
    {
        if (!value.TryString(out var text) || !times.TryInteger(out var count) || count < 0) return Value.Undefined;
        // The service cuts results at 10,000 characters and calls more undefined.
        return text.Length * (double)count > 10_000 ? Value.Undefined : Value.Of(new StringBuilder().Insert(0, text, (int)count).ToString());
    }

    private static Value Join(Value items, Value separator)
    {
        if (items.Kind != ValueKind.Array || !separator.TryString(out var between)) return Value.Undefined;
        var parts = new List<string>();
        long length = 0;
        foreach (var item in items.Items)
        {
            if (!item.TryString(out var part)) return Value.Undefined;
            parts.Add(part);
            length += part.Length + between.Length;
        }
        CheckLength("StringJoin", length);
        return Value.Of(string.Join(between, parts));
    }

    private static Value Split(Value value, Value separator)
    {
        if (!value.TryString(out var text) || !separator.TryString(out var between)) return Value.Undefined;
        var parts = between.Length == 0 ? text.Select(c => c.ToString()) : text.Split(between);
        return Value.Of([.. parts.Select(Value.Of)]);
    }

    // Nested calls multiply; an item cannot hold more than this anyway.
    private static void CheckLength(string function, long length)
    {
        if (length > MaxLength) throw new QueryException($"{function} would make a string of more than {MaxLength} characters.");
    }
}
