using System.Runtime.CompilerServices;
using Pipeline.Articles.Formats.Input;
using Pipeline.Articles.Formats.Sniffing;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>Whatever is in a .gz file.</summary>
internal sealed class GzipReader(PartDispatcher dispatcher, Budget budget)
{
    public async IAsyncEnumerable<RawEntry> ReadAsync(Part part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var unpacked = new GzipStreamReader(part.Window, budget, part.Depth + 1);
        using var window = new ByteWindow(unpacked);
        var inner = part with
        {
            Window = window,
            Name = NameHints.WithoutArchiveEnding(part.Name),
            ContentType = null,
            Depth = part.Depth + 1,
            Seekable = null,
        };

        await foreach (var entry in dispatcher.ReadAsync(inner, cancellationToken))
        {
            yield return entry;
        }
    }
}
