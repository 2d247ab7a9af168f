using Pipeline.LocalCosmos.Query.Syntax;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>Binds what SELECT projects, and names the columns that have no alias: the property's name, else $1, $2 and so on.</summary>
internal static class SelectionBinder
{
    public static Evaluator Bind(ExpressionBinder binder, Scope scope, QuerySyntax syntax)
    {
        switch (syntax.Selection)
        {
            case SelectValue value:
                return binder.Bind(value.Value);
            case SelectList list:
                return ExpressionBinder.Object([.. Names(list).Zip(list.Items, (name, item) => (name, binder.Bind(item.Value)))]);
            default:
                if (syntax.Sources.Count == 0) throw new QueryException("SELECT * needs a FROM clause.");
                var only = syntax.Sources.Count == 1 ? scope.Single() : -1;
                if (only < 0) throw new QueryException("SELECT * is only valid with a single source; name what you want of each.");
                return frame => frame.Slots[only];
        }
    }

    private static List<string> Names(SelectList list)
    {
        var unnamed = 0;
        var names = new List<string>();
        foreach (var item in list.Items)
        {
            names.Add(item.Alias ?? item.Value switch
            {
                Identifier identifier => identifier.Name,
                Member { Key: Literal key } when key.Value.TryString(out var property) => property,
                _ => $"${++unnamed}",
            });
        }
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new QueryException($"The SELECT list has two columns named '{twice.Key}'; give one an alias.");
        return names;
    }
}
