using System.Collections.Frozen;
using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>A system function over evaluated arguments. Arguments of the wrong type make the result undefined, never an error.</summary>
internal delegate Value SystemFunction(ReadOnlySpan<Value> arguments, Frame frame);

/// <summary>The system functions by name, case aside.</summary>
internal sealed class FunctionTable
{
    private static readonly FrozenDictionary<string, Entry> Functions = Build();

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public static SystemFunction Find(string name, int arguments)
    {
        if (!Functions.TryGetValue(name, out var entry)) throw new QueryException($"The function {name} is not supported.");
        if (arguments < entry.Least || arguments > entry.Most)
        {
            var range = entry.Least == entry.Most ? $"{entry.Least}" : $"{entry.Least} to {(entry.Most == int.MaxValue ? "many" : entry.Most)}";
            throw new QueryException($"The function {name} takes {range} arguments, not {arguments}.");
        }
        return entry.Function;
    }

    /// <summary>False for a function whose value changes from run to run, and for an unknown one.</summary>
    public static bool IsConstant(string name) => Functions.TryGetValue(name, out var entry) && entry.IsConstant;

    public void Add(string name, int least, int most, SystemFunction function) => _entries.Add(name, new Entry(least, most, function, true));

    public void Add(string name, Func<Value, Value> function) => Add(name, 1, 1, (arguments, _) => function(arguments[0]));

    public void Add(string name, Func<Value, Value, Value> function) => Add(name, 2, 2, (arguments, _) => function(arguments[0], arguments[1]));

    public void AddVolatile(string name, int least, int most, SystemFunction function) =>
        _entries.Add(name, new Entry(least, most, function, false));

    private static FrozenDictionary<string, Entry> Build()
    {
        var table = new FunctionTable();
        TypeFunctions.Register(table);
        ConversionFunctions.Register(table);
        StringFunctions.Register(table);
        SubstringFunctions.Register(table);
        RegexFunctions.Register(table);
        ArrayFunctions.Register(table);
        SetFunctions.Register(table);
        MathFunctions.Register(table);
        ClockFunctions.Register(table);
        DateTimeFunctions.Register(table);
        return table._entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private sealed record Entry(int Least, int Most, SystemFunction Function, bool IsConstant);
}
