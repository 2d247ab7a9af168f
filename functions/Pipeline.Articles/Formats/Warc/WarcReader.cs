using System.Runtime.CompilerServices;
using Pipeline.Articles.Formats.Input;
namespace Pipeline.Articles.Formats.Warc;
internal sealed class WarcReader(FormatLimits limits)
{
    public async IAsyncEnumerable<RawEntry> ReadAsync(Part part, [EnumeratorCancellation] CancellationToken cancellationToken)
    { await Task.Yield(); _ = limits; yield return new RawEntry { Bytes = default, Rejection = Reject.NoRecords }; }
}
