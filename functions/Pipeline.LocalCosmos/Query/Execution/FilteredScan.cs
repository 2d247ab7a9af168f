namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>Lists the ids of the rows that a plan's filter leaves, in their order.</summary>
internal static class FilteredScan
{
    // The plus signs keep SQLite from walking the table in the order of row ids instead of using the filter's index.
    public static SqlText Statement(QueryRequest request, SqlText filter, long from) =>
        (filter with { Sql = $"SELECT rowid FROM {request.Table} WHERE {filter.Sql} AND +rowid >= $from ORDER BY +rowid" }).With("$from", from);
}
