using Pipeline.LocalCosmos.Query.Planning;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>
/// Lists row ids in the order of an index. Behind a given row the rest falls into three ranges, each of which the index serves in
/// order: the same value and a later row, a later value of the same kind, a later kind.
/// </summary>
internal static class OrderedScan
{
    public static IEnumerable<SqlText> Statements(QueryRequest request, ReadPlan plan, bool descending, SortedRow? after)
    {
        var (kind, value) = (plan.Order!.Kind, plan.Order.Value);
        if (after is not { } passed) return [plan.OrdersOneKind ? Select($"{kind} >= 1", value) : Select($"{kind} >= 1", kind, value)];

        var (kindNow, valueNow) = SqlKind.Of(passed.Keys[0]);
        var later = descending ? "<" : ">";
        var sameKind = $"{kind} = {kindNow}";
        var laterKind = Select(descending ? $"{kind} >= 1 AND {kind} < {kindNow}" : $"{kind} > {kindNow}", kind, value);
        // The row itself comes again, for the tuples that it may still have; the caller drops those that were given.
        if (valueNow is null) return [Select($"{sameKind} AND rowid {later}= $row").With("$row", passed.RowId), laterKind];
        var sameValue = Select($"{sameKind} AND {value} = $value AND rowid {later}= $row").With("$row", passed.RowId);
        return [sameValue.With("$value", valueNow), Select($"{sameKind} AND {value} {later} $value", value).With("$value", valueNow), laterKind];

        // SQLite serves an ORDER BY from the index only without the columns that the condition holds fast.
        SqlText Select(string range, params string[] columns)
        {
            var filter = plan.Filter is null ? range : $"{plan.Filter.Sql} AND {range}";
            var direction = descending ? "DESC" : "ASC";
            var order = string.Join(", ", columns.Append("rowid").Select(column => $"{column} {direction}"));
            var text = $"SELECT rowid FROM {request.Table} WHERE {filter} ORDER BY {order}";
            return plan.Filter is null ? new SqlText(text) : plan.Filter with { Sql = text };
        }
    }
}
