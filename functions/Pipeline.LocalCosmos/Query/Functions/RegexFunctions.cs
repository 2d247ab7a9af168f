using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>RegexMatch, in linear time: patterns that need backtracking (back references, lookaround) are refused with the reason.</summary>
internal static class RegexFunctions
{
    private const int CacheSize = 256;
    private const int MaxPatternLength = 2000;

    private static readonly ConcurrentDictionary<(string Pattern, string Modifiers), Regex> Cache = new();

    public static void Register(FunctionTable table) => table.Add("REGEXMATCH", 2, 3, Match);

    private static Value Match(ReadOnlySpan<Value> arguments, Frame frame)
    {
        var modifiers = string.Empty;
        if (!arguments[0].TryString(out var text) || !arguments[1].TryString(out var pattern)) return Value.Undefined;
        if (arguments.Length == 3 && !arguments[2].TryString(out modifiers)) return Value.Undefined;
        return Value.Of(Compiled(pattern, modifiers).IsMatch(text));
    }

    private static Regex Compiled(string pattern, string modifiers)
    {
        if (Cache.TryGetValue((pattern, modifiers), out var known)) return known;
        if (Cache.Count >= CacheSize) Cache.Clear();
        return Cache.GetOrAdd((pattern, modifiers), key => Compile(key.Pattern, key.Modifiers));
    }

    private static Regex Compile(string pattern, string modifiers)
    {
        if (pattern.Length > MaxPatternLength) throw new QueryException($"A RegexMatch pattern longer than {MaxPatternLength} characters is not supported.");
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        foreach (var modifier in modifiers)
        {
            options |= modifier switch
            {
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'i' => RegexOptions.IgnoreCase,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw new QueryException($"RegexMatch does not know the modifier '{modifier}'; it knows m, s, i and x."),
            };
        }
        try
        {
            return new Regex(pattern, options);
        }
        catch (Exception invalid) when (invalid is ArgumentException or NotSupportedException)
        {
            throw new QueryException($"The RegexMatch pattern is invalid or not supported: {invalid.Message}", invalid);
        }
    }
}
