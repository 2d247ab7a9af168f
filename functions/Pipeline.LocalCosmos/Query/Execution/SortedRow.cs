using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>A tuple's place in the order: its ORDER BY values, then its row, then its place in the document.</summary>
internal readonly record struct SortedRow(Value[] Keys, long RowId, int Ordinal);

/// <summary>
/// Total order of tuples. Rows with equal values follow their ids, backwards where the first key descends: so does the service, and
/// the SDK's own merging relies on it.
/// </summary>
internal sealed class SortedRowOrder(IComparer<Value[]> keys, bool descending) : IComparer<SortedRow>
{
    public int Compare(SortedRow left, SortedRow right)
    {
        var order = keys.Compare(left.Keys, right.Keys);
        if (order != 0) return order;
        order = left.RowId.CompareTo(right.RowId);
        if (order != 0) return descending ? -order : order;
        return left.Ordinal.CompareTo(right.Ordinal);
    }
}
