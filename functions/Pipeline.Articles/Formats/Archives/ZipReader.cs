using System.Runtime.CompilerServices;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>The files in a .zip, each read by the reader of its own format. A bad one is rejected alone.</summary>
internal sealed class ZipReader(PartDispatcher dispatcher, Budget budget)
{
    public async IAsyncEnumerable<RawEntry> ReadAsync(Part part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // 1. A file to seek in, and its directory.
        await using var spool = part.Seekable is null
            ? await Spool.CreateAsync(part.Window, budget.Limits.SpoolFolder, cancellationToken) : null;
        var file = spool ?? part.Seekable!;
        using var directory = await ZipEnd.FindAsync(file, cancellationToken);
        var headers = directory is null ? ZipSalvage.ReadAsync(file, cancellationToken) : Headers(directory, cancellationToken);

        // 2. Its entries.
        var guard = new ZipOverlaps(file.Length);
        var names = new ZipNames();
        var any = false;
        await foreach (var header in headers)
        {
            if (header.IsFolder || ZipNames.IsLitter(header.Name))
            {
                continue;
            }

            any = true;
            var place = part.PlaceOf(names.Unique(header.Name));
            var fault = ZipNames.IsUnsafe(header.Name) ? Reject.UnsafeName(header.Name) : guard.Shares(header) ? Reject.Overlapping : null;
            var entries = fault is null ? OpenAsync(part, file, directory?.Start ?? file.Length, header, place, cancellationToken)
                : Rejected(place, fault);
            await foreach (var entry in entries)
            {
                yield return entry;
            }
        }

        // 3. What is wrong with the whole.
        if (directory is null)
        {
            yield return Entry(part.Place, Reject.Corrupt("The zip file is cut off before its directory; the entries that were whole are read"));
        }
        else if (!any)
        {
            yield return Entry(part.Place, Reject.NothingInside);
        }
    }

    private async IAsyncEnumerable<RawEntry> OpenAsync(
        Part part, Stream file, long contentEnd, ZipEntryHeader header, string place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Rejection? fault = null;
        Stream? content = null;
        try
        {
            content = await ZipEntryReader.OpenAsync(file, contentEnd, header, new PackingRatio(budget, part.Depth + 1), cancellationToken);
        }
        catch (RejectedException e)
        {
            fault = e.Rejection;
        }

        if (fault is not null)
        {
            yield return Entry(place, fault);
            yield break;
        }

        await using var stream = content!;
        using var window = new ByteWindow(content!);
        var inner = new Part { Window = window, Name = header.Name[(header.Name.LastIndexOf('/') + 1)..], Place = place, Depth = part.Depth + 1 };
        await foreach (var entry in dispatcher.ReadAsync(inner, cancellationToken))
        {
            yield return entry;
        }
    }

    private static async IAsyncEnumerable<ZipEntryHeader> Headers(
        ZipDirectory directory, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await directory.NextAsync(cancellationToken) is { } header)
        {
            yield return header;
        }
    }

    private static async IAsyncEnumerable<RawEntry> Rejected(string place, Rejection rejection)
    {
        await Task.CompletedTask;
        yield return Entry(place, rejection);
    }

    private static RawEntry Entry(string? place, Rejection rejection) => new() { Place = place, Bytes = default, Rejection = rejection };
}
