using System.Text.Json;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Query;

namespace Pipeline.LocalCosmos.Queries;

/// <summary>Compiles query texts, each once since the engine remembers them, and answers 400 for those that are none.</summary>
internal sealed class QueryCompiler(QueryEngine engine)
{
    private static readonly Dictionary<string, JsonElement> NoParameters = [];

    /// <exception cref="RequestRefusedException">400 with the engine's reason.</exception>
    public CompiledQuery Compile(string text) => Refusing(() => engine.Compile(text));

    /// <summary>The filter of a patch, <c>FROM c WHERE ...</c>.</summary>
    /// <exception cref="RequestRefusedException">400 with the engine's reason.</exception>
    public Func<JsonElement, bool> CompileCondition(string text)
    {
        var condition = Refusing(() => engine.CompilePredicate(text));
        return item => Refusing(() => engine.Matches(condition, item, NoParameters));
    }

    private static T Refusing<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (QueryException exception)
        {
            throw RequestRefusedException.BadRequest(exception.Message);
        }
    }
}
