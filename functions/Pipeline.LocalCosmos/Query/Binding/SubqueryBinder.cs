using Pipeline.LocalCosmos.Query.Syntax;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>Subqueries within expressions. They run in memory, over what the tuple around them holds.</summary>
internal static class SubqueryBinder
{
    public static Evaluator Bind(BindingContext context, Scope scope, Subquery subquery)
    {
        // ALL(filter) holds where nothing fails the filter.
        var syntax = subquery.Kind == SubqueryKind.All && subquery.Query.Where is { } filter
            ? subquery.Query with { Where = new Unary(UnaryOperator.Not, filter) }
            : subquery.Query;
        var query = QueryBinder.Bind(context, new Scope(scope), syntax, rootSlot: -1);
        return subquery.Kind switch
        {
            SubqueryKind.Exists => frame => Value.Of(query.Run(frame).Any()),
            SubqueryKind.All => frame => Value.Of(syntax.Where is null || !query.Run(frame).Any()),
            SubqueryKind.Array => frame => Value.Of([.. query.Run(frame)]),
            SubqueryKind.First => frame => query.Run(frame).FirstOrDefault(),
            SubqueryKind.Last => frame => query.Run(frame).LastOrDefault(),
            _ => frame => Single(query.Run(frame)),
        };
    }

    private static Value Single(IEnumerable<Value> results)
    {
        using var result = results.GetEnumerator();
        if (!result.MoveNext()) return Value.Undefined;
        var value = result.Current;
        return result.MoveNext() ? throw new QueryException("A subquery used as a value gave more than one result.") : value;
    }
}
