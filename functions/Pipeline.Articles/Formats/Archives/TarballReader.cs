using System.Formats.Tar;
using System.Runtime.CompilerServices;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Archives;

/// <summary>The files in a .tar, which comes mostly as .tar.gz.</summary>
internal sealed class TarballReader(PartDispatcher dispatcher)
{
    public async IAsyncEnumerable<RawEntry> ReadAsync(Part part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var tar = new TarReader(new WindowStream(part.Window));
        var names = new ZipNames();
        var any = false;
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } file)
        {
            if (file.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
                || ZipNames.IsLitter(file.Name))
            {
                continue;
            }

            any = true;
            var name = file.Name.StartsWith("./", StringComparison.Ordinal) ? file.Name[2..] : file.Name;
            var place = part.PlaceOf(names.Unique(name));
            if (ZipNames.IsUnsafe(name.Replace('\\', '/')))
            {
                yield return new RawEntry { Place = place, Bytes = default, Rejection = Reject.UnsafeName(name) };
                continue;
            }

            using var window = new ByteWindow(file.DataStream ?? Stream.Null);
            var inner = new Part { Window = window, Name = name[(name.LastIndexOf('/') + 1)..], Place = place, Depth = part.Depth + 1 };
            await foreach (var entry in dispatcher.ReadAsync(inner, cancellationToken))
            {
                yield return entry;
            }
        }

        if (!any)
        {
            yield return new RawEntry { Place = part.Place, Bytes = default, Rejection = Reject.NothingInside };
        }
    }
}
