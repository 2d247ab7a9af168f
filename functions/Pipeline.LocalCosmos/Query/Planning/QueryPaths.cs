using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Syntax;

namespace Pipeline.LocalCosmos.Query.Planning;

/// <summary>What of a query the indexes can serve, found once when it is compiled.</summary>
internal sealed record QueryPaths
{
    public static readonly QueryPaths None = new();

    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>True where the one condition is all of WHERE.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The path of an ORDER BY with a single key.</summary>
    public IndexPath? Order { get; init; }

    /// <summary>True where the tuples are the documents, one each, so that counting the ones counts the others.</summary>
    public bool ReadsDocuments { get; init; }

    public static QueryPaths Of(BindingContext context, QuerySyntax syntax)
    {
        // What a derived source filters narrows the reading just as well; its order is lost on the way.
        if (SourceBinder.IsDerived(syntax.Sources))
            return None with { Conditions = Of(context, ((Subquery)syntax.Sources[0].Collection).Query).Conditions };
        if (syntax.Sources.Count == 0 || !SourceBinder.IsWholeContainer(syntax.Sources[0])) return None;
        var extractor = new ConditionExtractor(syntax.Sources[0].Alias!, new ExpressionBinder(context, new Scope(null)));
        return new QueryPaths
        {
            Conditions = extractor.Extract(syntax.Where),
            IsWhole = syntax.Where is not Logical,
            Order = syntax.OrderBy.Count == 1 ? extractor.PathOf(syntax.OrderBy[0].Key) : null,
            ReadsDocuments = syntax.Sources.Count == 1,
        };
    }
}
