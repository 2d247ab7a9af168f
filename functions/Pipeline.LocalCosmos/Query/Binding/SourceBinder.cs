using Pipeline.LocalCosmos.Query.Syntax;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Binding;

/// <summary>Binds FROM and its JOINs, each source seeing the names before it.</summary>
internal static class SourceBinder
{
    private const int MaxSources = 20;

    /// <param name="rootSlot">Where the document stands, for the outermost query; -1 in a subquery, which has no container.</param>
    public static List<BoundSource> Bind(BindingContext context, Scope scope, NodeList<Source> sources, int rootSlot)
    {
        if (sources.Count > MaxSources) throw new QueryException($"More than {MaxSources} sources in one FROM clause.");
        var bound = new List<BoundSource>();
        foreach (var source in sources)
        {
            var isRoot = rootSlot >= 0 && bound.Count == 0;
            var isDerived = isRoot && IsDerived(sources);
            // A derived source finds each result of its query where else the document stands.
            Func<Frame, IEnumerable<Value>> values = isDerived ? frame => ResultsOf(source, frame.Slots[rootSlot]) : Values(context, scope, source, isRoot ? rootSlot : -1);
            var slot = context.NewSlot();
            if (source.Alias is { } alias) scope.Add(alias, slot);
            bound.Add(new BoundSource(slot, values));
        }
        return bound;
    }

    /// <summary>True for a FROM whose first source is a query of its own over the container.</summary>
    public static bool IsDerived(NodeList<Source> sources) => sources is [{ Collection: Subquery { Kind: SubqueryKind.Scalar } }, ..];

    private static IEnumerable<Value> ResultsOf(Source source, Value result) => source.Iterates ? Elements(result) : Defined(result);

    /// <summary>True for <c>FROM c</c> and <c>FROM root AS c</c>: the tuples are the documents themselves.</summary>
    public static bool IsWholeContainer(Source source) => source is { Collection: Identifier, Iterates: false };

    private static Func<Frame, IEnumerable<Value>> Values(BindingContext context, Scope scope, Source source, int rootSlot)
    {
        if (source.Collection is Subquery { Kind: SubqueryKind.Scalar } subquery)
        {
            var query = QueryBinder.Bind(context, new Scope(scope), subquery.Query, rootSlot: -1);
            return source.Iterates ? frame => query.Run(frame).SelectMany(Elements) : query.Run;
        }
        if (source.Collection is not (Identifier or Member)) throw new QueryException("FROM takes a container, a path or a subquery.");

        var root = source.Collection;
        while (root is Member member) root = member.Target;
        var names = scope;
        if (rootSlot >= 0 && root is Identifier container)
        {
            // Whatever the container is called here is good; the name holds for this source only.
            names = new Scope(scope);
            names.Add(container.Name, rootSlot);
        }
        var collection = new ExpressionBinder(context, names).Bind(source.Collection);
        return source.Iterates ? frame => Elements(collection(frame)) : frame => Defined(collection(frame));
    }

    private static IEnumerable<Value> Elements(Value value) => value.Kind == ValueKind.Array ? value.Items : [];

    private static IEnumerable<Value> Defined(Value value) => value.IsDefined ? [value] : [];
}
