namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>Rows as they come, in the order of their ids; the token names the first tuple not given.</summary>
internal sealed class PlainPage(PageReader page)
{
    public Continuation? Read()
    {
        var (given, take) = (page.Token?.Given ?? 0, page.Query.Limits.Take(page.Frame));
        var skip = page.Token is null ? page.Query.Limits.Skip(page.Frame) : 0;
        var (startRow, startOrdinal) = (page.Token?.RowId ?? 0, page.Token?.Ordinal ?? 0);
        if (given >= take) return null;

        foreach (var row in page.Rows(startRow))
        {
            // A full page looks no further into documents: that there is a row is reason enough to go on.
            if (page.Page.IsFull) return new Continuation { Given = given, RowId = row.RowId };
            foreach (var ordinal in page.Tuples(row))
            {
                if (row.RowId == startRow && ordinal < startOrdinal) continue;
                if (page.Page.IsFull) return new Continuation { Given = given, RowId = row.RowId, Ordinal = ordinal };
                if (page.Query.Projection(page.Frame) is not { IsDefined: true } value) continue;
                if (skip-- > 0) continue;
                page.Page.Add(value);
                if (++given >= take) return null;
            }
        }
        return null;
    }
}
