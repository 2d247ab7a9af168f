using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>
/// ORDER BY. The token holds the place of the last tuple given, and a page is the first tuples behind it: read in the order of an
/// index until the page is full, or picked out of all by a heap that never holds more than OFFSET and one page.
/// </summary>
internal sealed class OrderedPage(PageReader page)
{
    private readonly SortedRowOrder _order = new(page.Query.SortKeyOrder(), page.Query.OrderBy[0].Descending);

    public Continuation? Read()
    {
        var given = page.Token?.Given ?? 0;
        var skip = page.Token is null ? page.Query.Limits.Skip(page.Frame) : 0;
        var left = page.Query.Limits.Take(page.Frame) - given;
        if (left <= 0) return null;

        var last = default(SortedRow);
        foreach (var (place, json) in page.Plan.Order is null ? FromHeap(skip, left) : FromIndex())
        {
            if (page.Page.IsFull) return Token(last, given);
            last = place;
            if (json is null || skip-- > 0) continue;
            page.Page.Add(json);
            given++;
            if (--left == 0) return null;
        }
        return null;
    }

    private static Continuation Token(SortedRow last, long given) => new()
    {
        Given = given,
        RowId = last.RowId,
        Ordinal = last.Ordinal,
        Keys = [.. last.Keys.Select(SortKeyText.Write)],
    };

    private SortedRow? After => page.Token?.Place(page.Query.OrderBy.Count);

    private IEnumerable<(SortedRow Place, byte[]? Json)> FromHeap(long skip, long left)
    {
        // One more than a page, to know whether there is another.
        var capacity = (int)Math.Min(skip + Math.Min(left, page.MaxItems) + 1, int.MaxValue);
        var after = After;
        var heap = new PriorityQueue<byte[], SortedRow>(Comparer<SortedRow>.Create((a, b) => _order.Compare(b, a)));
        foreach (var row in page.Rows(0))
        {
            foreach (var place in Places(row))
            {
                if (after is { } passed && _order.Compare(place, passed) <= 0) continue;
                if (heap.Count == capacity && heap.TryPeek(out _, out var worst) && _order.Compare(place, worst) >= 0) continue;
                if (page.Query.Projection(page.Frame) is not { IsDefined: true } value) continue;
                var kept = place with { Keys = [.. place.Keys.Select(key => key.Detach())] };
                if (heap.Count < capacity) heap.Enqueue(ValueWriter.ToUtf8(value), kept);
                else heap.EnqueueDequeue(ValueWriter.ToUtf8(value), kept);
            }
        }
        return heap.UnorderedItems.OrderBy(item => item.Priority, _order).Select(item => (item.Priority, (byte[]?)item.Element));
    }

    private IEnumerable<(SortedRow Place, byte[]? Json)> FromIndex()
    {
        var after = After;
        foreach (var row in page.OrderedRows(after))
        {
            var places = Places(row)
                .Where(place => after is not { } passed || _order.Compare(place, passed) > 0)
                .Select(place => (place with { Keys = [.. place.Keys.Select(key => key.Detach())] }, Json()));
            // A document's tuples share its key and its row, so they stand together and in order.
            foreach (var item in places) yield return item;
        }
    }

    private byte[]? Json() => page.Query.Projection(page.Frame) is { IsDefined: true } value ? ValueWriter.ToUtf8(value) : null;

    private IEnumerable<SortedRow> Places(DocumentRow row)
    {
        foreach (var ordinal in page.Tuples(row))
            if (page.Query.SortKeys(page.Frame) is { } keys) yield return new SortedRow(keys, row.RowId, ordinal);
    }
}
