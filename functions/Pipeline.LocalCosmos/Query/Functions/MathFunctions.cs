using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>Mathematics over doubles. A result that is no finite number is undefined.</summary>
internal static class MathFunctions
{
    public static void Register(FunctionTable table)
    {
        One(table, "ABS", Math.Abs);
        One(table, "ACOS", Math.Acos);
        One(table, "ASIN", Math.Asin);
        One(table, "ATAN", Math.Atan);
        One(table, "CEILING", Math.Ceiling);
        One(table, "COS", Math.Cos);
        One(table, "COT", x => 1 / Math.Tan(x));
        One(table, "DEGREES", x => x * 180 / Math.PI);
        One(table, "EXP", Math.Exp);
        One(table, "FLOOR", Math.Floor);
        One(table, "LOG10", Math.Log10);
        One(table, "RADIANS", x => x * Math.PI / 180);
        One(table, "SIGN", x => Math.Sign(x));
        One(table, "SIN", Math.Sin);
        One(table, "SQRT", Math.Sqrt);
        One(table, "SQUARE", x => x * x);
        One(table, "TAN", Math.Tan);
        One(table, "TRUNC", Math.Truncate);
        Two(table, "ATN2", Math.Atan2);
        Two(table, "POWER", Math.Pow);
        Two(table, "NUMBERBIN", (x, size) => size > 0 ? Math.Floor(x / size) * size : double.NaN);
        table.Add("LOG", 1, 2, (arguments, _) => Log(arguments));
        table.Add("ROUND", 1, 2, (arguments, _) => Round(arguments));
        table.Add("PI", 0, 0, (_, _) => Value.Of(Math.PI));
        Integers(table, "INTADD", (a, b) => a + b);
        Integers(table, "INTSUB", (a, b) => a - b);
        Integers(table, "INTMUL", (a, b) => a * b);
        Integers(table, "INTDIV", (a, b) => b == 0 || (a == long.MinValue && b == -1) ? null : a / b);
        Integers(table, "INTMOD", (a, b) => b == 0 || b == -1 ? (b == 0 ? null : 0) : a % b);
        Integers(table, "INTBITAND", (a, b) => a & b);
        Integers(table, "INTBITOR", (a, b) => a | b);
        Integers(table, "INTBITXOR", (a, b) => a ^ b);
        Integers(table, "INTBITLEFTSHIFT", (a, b) => a << (int)b);
        Integers(table, "INTBITRIGHTSHIFT", (a, b) => a >> (int)b);
        table.Add("INTBITNOT", value => value.TryInteger(out var integer) ? Value.Of((double)~integer) : Value.Undefined);
    }

    private static void One(FunctionTable table, string name, Func<double, double> compute) =>
        table.Add(name, value => value.Kind == ValueKind.Number ? Value.Of(compute(value.AsNumber())) : Value.Undefined);

    private static void Two(FunctionTable table, string name, Func<double, double, double> compute) =>
        table.Add(name, (a, b) => a.Kind == ValueKind.Number && b.Kind == ValueKind.Number
            ? Value.Of(compute(a.AsNumber(), b.AsNumber()))
            : Value.Undefined);

    private static void Integers(FunctionTable table, string name, Func<long, long, long?> compute) =>
        table.Add(name, (a, b) => a.TryInteger(out var x) && b.TryInteger(out var y) && compute(x, y) is { } result
            ? Value.Of((double)result)
            : Value.Undefined);

    private static Value Log(ReadOnlySpan<Value> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Kind != ValueKind.Number) return Value.Undefined;
        var x = arguments[0].AsNumber();
        return Value.Of(arguments.Length == 1 ? Math.Log(x) : Math.Log(x, arguments[1].AsNumber()));
    }

    /// <summary>Halves go away from zero.</summary>
    private static Value Round(ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].Kind != ValueKind.Number) return Value.Undefined;
        if (arguments.Length == 1) return Value.Of(Math.Round(arguments[0].AsNumber(), MidpointRounding.AwayFromZero));
        if (!arguments[1].TryInteger(out var digits) || digits is < 0 or > 15) return Value.Undefined;
        return Value.Of(Math.Round(arguments[0].AsNumber(), (int)digits, MidpointRounding.AwayFromZero));
    }
}
