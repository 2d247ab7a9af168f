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
        foreach (var value in page.Query.Limits.Apply(page.Frame, page.Query.Deduplicate(Values())))
        {
            if (place++ < given) continue;
            if (page.Page.IsFull) return new Continuation { Given = given };
            page.Page.Add(value);
            given++;
        }
        return null;
    }

    private IEnumerable<Value> Values()
    {
        if (page.Query.Sources.Count == 0) return page.Query.Run(page.Frame);
        if (page.Query.Grouping is { } grouping) return Groups(grouping);
        return page.Query.OrderBy.Count == 0 ? InRowOrder() : InSortOrder();
    }

    private IEnumerable<Value> InRowOrder()
    {
        foreach (var row in page.Rows(0))
            foreach (var _ in page.Tuples(row)) yield return page.Query.Projection(page.Frame);
    }

    private IEnumerable<Value> InSortOrder()
    {
        var rows = new List<(Value[] Keys, Value Value)>();
        foreach (var row in page.Rows(0))
            foreach (var _ in page.Tuples(row))
                if (page.Query.SortKeys(page.Frame) is { } keys)
                    rows.Add(([.. keys.Select(key => key.Detach())], page.Query.Projection(page.Frame).Detach()));
        return rows.OrderBy(row => row.Keys, page.Query.SortKeyOrder()).Select(row => row.Value);
    }

    private IEnumerable<Value> Groups(Grouping grouping)
    {
        var table = grouping.NewTable();
        if (grouping.CountsRows && page.Plan.IsExact && page.Query.Sources.Count == 1)
            table.AddRows(page.Reader.Count(page.Plan.Filter ?? new SqlText("TRUE")));
        else
            foreach (var row in page.Rows(0))
                foreach (var _ in page.Tuples(row)) table.Add(page.Frame);
        return table.Groups(page.Frame).Select(group => page.Query.Projection(group));
    }
}
