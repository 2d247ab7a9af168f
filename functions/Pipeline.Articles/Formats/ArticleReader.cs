using System.Runtime.CompilerServices;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats;

/// <summary>
/// Takes a received file apart into its articles. It holds one entry in memory at a time, whatever the size of the file.
/// One instance serves any number of readings at once.
/// </summary>
public sealed class ArticleReader(FormatLimits limits)
{
    public ArticleReader()
        : this(new FormatLimits())
    {
    }

    /// <summary>
    /// <code>
    ///  content -> window -> sniff -+-> gzip, zip, tar --> each file in it: sniff again, up to MaxArchiveDepth
    ///                              +-> JSON list, JSON lines, WARC --> one entry per article
    ///                              +-> text, HTML, Markdown, one JSON object --> one entry
    /// </code>
    /// Faults of the file are entries with a <see cref="RawEntry.Rejection"/>; at least one entry is always yielded. Throws
    /// only what <paramref name="content"/> throws, and <see cref="OperationCanceledException"/>. A file whose length is
    /// known to be over <see cref="FormatLimits.MaxBatchBytes"/> is rejected whole, before anything of it is read.
    /// </summary>
    /// <param name="content">Read from its current position to its end; not closed. A zip is read best when it can be sought in.</param>
    /// <param name="name">Name of the blob or file; folders in it are ignored.</param>
    /// <param name="contentType">As declared by the storage, when it is.</param>
    public async IAsyncEnumerable<RawEntry> ReadAsync(
        Stream content, string name, string? contentType, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(name);
        var budget = new Budget(limits);
        if (content.CanSeek && content.Length - content.Position > limits.MaxBatchBytes)
        {
            yield return Entry(Reject.FileTooLarge(content.Length - content.Position, limits), contentType);
            yield break;
        }

        await using var source = new SourceStream(content, budget);
        using var window = new ByteWindow(source);
        var part = new Part
        {
            Window = window, Name = FileName(name), ContentType = contentType, Seekable = source.CanSeek ? source : null,
        };

        var entries = new PartDispatcher(budget, source).ReadAsync(part, cancellationToken);
        await foreach (var entry in BatchGuard.Guard(entries, cancellationToken))
        {
            if (!budget.CountEntry())
            {
                yield return Entry(Reject.TooManyEntries(limits), contentType);
                yield break;
            }

            yield return entry;
        }
    }

    private static RawEntry Entry(Rejection rejection, string? contentType) =>
        new() { Bytes = default, ContentType = contentType, Rejection = rejection };

    private static string FileName(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
}
