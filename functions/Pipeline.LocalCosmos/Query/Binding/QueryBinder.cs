using Pipeline.LocalCosmos.Query.Syntax;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>Binds a query or subquery, and refuses the combinations of clauses that the service refuses.</summary>
internal static class QueryBinder
{
    /// <param name="scope">A fresh scope for this query, over the outer query's.</param>
    /// <param name="rootSlot">Where documents stand for the outermost query; -1 in a subquery.</param>
    public static BoundQuery Bind(BindingContext context, Scope scope, QuerySyntax syntax, int rootSlot)
    {
        CheckClauses(syntax);
        var isDerived = rootSlot >= 0 && SourceBinder.IsDerived(syntax.Sources);
        var derived = isDerived ? Bind(context, new Scope(null), ((Subquery)syntax.Sources[0].Collection).Query, context.NewSlot()) : null;
        var sources = SourceBinder.Bind(context, scope, syntax.Sources, rootSlot);
        var rows = new ExpressionBinder(context, scope);
        var aggregates = syntax.GroupBy.Count > 0 || syntax.Selection.Parts.Any(GroupingBinder.HasAggregate);
        var grouping = aggregates ? new GroupingBinder(context, scope, syntax.GroupBy) : null;
        return new BoundQuery
        {
            Sources = sources,
            RootSlot = rootSlot,
            Derived = derived,
            Where = syntax.Where is null ? null : rows.Bind(syntax.Where),
            OrderBy = [.. syntax.OrderBy.Select(item => new BoundOrder(rows.Bind(item.Key), item.Descending))],
            Projection = SelectionBinder.Bind(grouping?.Projection ?? rows, scope, syntax),
            Grouping = grouping?.Finish(),
            Distinct = syntax.Distinct,
            Limits = new RowLimits(Optional(rows, syntax.Top), Optional(rows, syntax.Offset), Optional(rows, syntax.Limit)),
        };
    }

    private static Evaluator? Optional(ExpressionBinder binder, Expression? expression) =>
        expression is null ? null : binder.Bind(expression);

    private static void CheckClauses(QuerySyntax syntax)
    {
        if (syntax.Top is not null && syntax.Offset is not null) throw new QueryException("TOP and OFFSET LIMIT cannot stand in one query.");
        if (syntax.GroupBy.Count > 0 && syntax.OrderBy.Count > 0) throw new QueryException("ORDER BY cannot stand in one query with GROUP BY.");
        if (syntax.GroupBy.Count > 0 && syntax.Selection is SelectStar) throw new QueryException("SELECT * cannot stand in one query with GROUP BY.");
        var aggregates = syntax.Selection.Parts.Any(GroupingBinder.HasAggregate);
        if (aggregates && syntax.OrderBy.Count > 0) throw new QueryException("ORDER BY cannot stand in one query with aggregates.");
        foreach (var key in syntax.OrderBy)
            if (!IsPath(key.Key)) throw new QueryException("ORDER BY takes paths into the documents, not other expressions.");
    }

    private static bool IsPath(Expression expression)
    {
        while (expression is Member { Key: Literal } member) expression = member.Target;
        return expression is Identifier;
    }
}
