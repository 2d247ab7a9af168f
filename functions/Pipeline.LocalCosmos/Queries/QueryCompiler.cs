using System.Collections.Concurrent;
using System.Text.Json;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Query;

namespace Pipeline.LocalCosmos.Queries;

/// <summary>Compiles each query text once. Programs ask few texts many times; a flood of different ones starts anew.</summary>
internal sealed class QueryCompiler(QueryEngine engine)
{
    private const int Most = 1000;

    private static readonly Dictionary<string, JsonElement> NoParameters = [];

    private readonly ConcurrentDictionary<string, CompiledQuery> _queries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CompiledQuery> _conditions = new(StringComparer.Ordinal);

    /// <exception cref="RequestRefusedException">400 with the engine's reason.</exception>
    public CompiledQuery Compile(string text) => Once(_queries, text, engine.Compile);

    /// <summary>The filter of a patch, <c>FROM c WHERE ...</c>.</summary>
    /// <exception cref="RequestRefusedException">400 with the engine's reason.</exception>
    public Func<JsonElement, bool> CompileCondition(string text)
    {
        var condition = Once(_conditions, text, engine.CompilePredicate);
        return item => engine.Matches(condition, item, NoParameters);
    }

    private static CompiledQuery Once(
        ConcurrentDictionary<string, CompiledQuery> compiled, string text, Func<string, CompiledQuery> compile)
    {
        if (compiled.TryGetValue(text, out var known))
            return known;
        if (compiled.Count >= Most)
            compiled.Clear();
        try
        {
            return compiled[text] = compile(text);
        }
        catch (QueryException exception)
        {
            throw RequestRefusedException.BadRequest(exception.Message);
        }
    }
}
