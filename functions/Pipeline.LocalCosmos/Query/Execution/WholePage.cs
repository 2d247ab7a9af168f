using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>
/// Queries whose results need more than one row: aggregates, GROUP BY, DISTINCT, and those without FROM. Every page computes the
/// results anew, in the same order, and the token counts how many were given.
/// </summary>
internal sealed class WholePage(PageReader page)
{
    public Continuation? Read()
    {
        var given = page.Token?.Given ?? 0;
        var place = 0L;
        foreach (var value in Results(page.Query))
        {
            if (place++ < given) continue;
            if (page.Page.IsFull) return new Continuation { Given = given };
            page.Page.Add(value);
            given++;
        }
        return null;
    }

    private IEnumerable<Value> Results(BoundQuery query) => query.Limits.Apply(page.Frame, query.Deduplicate(Values(query)));

    private IEnumerable<Value> Values(BoundQuery query)
    {
        if (query.Sources.Count == 0) return query.Run(page.Frame);
        if (query.Grouping is { } grouping) return Groups(query, grouping);
        return query.OrderBy.Count == 0 ? Tuples(query).Select(tuple => query.Projection(tuple)) : InSortOrder(query);
    }

    private IEnumerable<Frame> Tuples(BoundQuery query)
    {
        if (query.Derived is null)
        {
            foreach (var row in page.Rows(0))
                foreach (var _ in page.Tuples(query, row)) yield return page.Frame;
            yield break;
        }
        foreach (var result in Results(query.Derived))
        {
            page.Frame.Slots[query.RootSlot] = result;
            foreach (var tuple in query.Tuples(page.Frame)) yield return tuple;
        }
    }

    private IEnumerable<Value> InSortOrder(BoundQuery query)
    {
        var rows = new List<(Value[] Keys, Value Value)>();
        foreach (var tuple in Tuples(query))
            if (query.SortKeys(tuple) is { } keys) rows.Add(([.. keys.Select(key => key.Detach())], query.Projection(tuple).Detach()));
        return rows.OrderBy(row => row.Keys, query.SortKeyOrder()).Select(row => row.Value);
    }

    private IEnumerable<Value> Groups(BoundQuery query, Grouping grouping)
    {
        var table = grouping.NewTable();
        if (grouping.CountsRows && page.Plan.IsExact && page.Request.Query.Paths.ReadsDocuments)
            table.AddRows(page.Reader.Count(page.Plan.Filter ?? new SqlText("TRUE")));
        else
            foreach (var tuple in Tuples(query)) table.Add(tuple);
        return table.Groups(page.Frame).Select(group => query.Projection(group));
    }
}
