using System.Runtime.CompilerServices;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Warc;

/// <summary>
/// The pages in a WARC file: response, resource and conversion records. Behind a broken record it goes on with the next that
/// begins as one.
/// </summary>
internal sealed class WarcReader(Budget budget)
{
    public async IAsyncEnumerable<RawEntry> ReadAsync(Part part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var records = new RecordCutter(part.Window, budget.Limits.MaxArticleBytes);
        var any = false;
        while (await records.NextAsync(cancellationToken) is { } record)
        {
            if (record.Fault is null && !WarcRecord.HoldsPage(record.Header))
            {
                continue;
            }

            any = true;
            yield return PageEntry.Of(record, part.PlaceOf($"record {record.Number}"), budget, part.Depth + 1);
        }

        if (!any)
        {
            yield return new RawEntry { Place = part.Place, Bytes = default, Rejection = Reject.NoRecords };
        }
    }
}
