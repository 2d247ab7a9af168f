using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Feeds;

/// <summary>A page of items in the order of one number, <see cref="Last"/> being the number of the last one.</summary>
internal readonly record struct FeedPage(List<ReadOnlyMemory<byte>> Items, long Last, int Bytes, bool HasMore)
{
    // The service sends at most 4 MB in one answer.
    private const int LargestPage = 4 * 1024 * 1024;

    /// <summary>Reads body and number until the page is full.</summary>
    public static FeedPage Read(SqliteStatement statement, int maxItemCount)
    {
        var items = new List<ReadOnlyMemory<byte>>();
        var (last, bytes, more) = (0L, 0, false);
        while (statement.Read())
        {
            if (items.Count == maxItemCount || bytes > LargestPage)
            {
                more = true;
                break;
            }

            items.Add(statement.Utf8(0));
            bytes += items[^1].Length;
            last = statement.Integer(1);
        }

        statement.Reset();
        return new FeedPage(items, last, bytes, more);
    }
}
