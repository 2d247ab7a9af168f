using System.Text.Json;
using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Planning;
using Pipeline.LocalCosmos.Query.Syntax;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query;

/// <summary>A parsed and bound query. Immutable: keep it, share it between threads, run it against any container.</summary>
internal sealed class CompiledQuery
{
    private readonly BindingContext _context;

    private CompiledQuery(string text, QuerySyntax syntax)
    {
        Text = text;
        _context = new BindingContext();
        RootSlot = _context.NewSlot();
        Bound = QueryBinder.Bind(_context, new Scope(null), syntax, RootSlot);
        Paths = QueryPaths.Of(_context, syntax);
    }

    public string Text { get; }

    internal BoundQuery Bound { get; }

    internal QueryPaths Paths { get; }

    /// <summary>The slot that a document is put into before its tuples are walked.</summary>
    internal int RootSlot { get; }

    internal static CompiledQuery OfQuery(string text) => new(text, QueryParser.Parse(text));

    internal static CompiledQuery OfPredicate(string text) => new(text, QueryParser.ParsePredicate(text));

    /// <exception cref="QueryException">A parameter of the query has no value.</exception>
    internal Frame NewFrame(IReadOnlyDictionary<string, JsonElement> parameters, DateTimeOffset now)
    {
        var values = _context.Parameters.Select(name =>
        {
            if (parameters.TryGetValue(name, out var element) || parameters.TryGetValue(name[1..], out element)) return Value.Of(element);
            throw new QueryException($"The query uses the parameter {name}, which was not given.");
        });
        return new Frame(_context.Slots, [.. values], now);
    }
}
