using System.Runtime.CompilerServices;
using Pipeline.Articles.Formats.Archives;
using Pipeline.Articles.Formats.Json;
using Pipeline.Articles.Formats.Sniffing;
using Pipeline.Articles.Formats.Warc;

namespace Pipeline.Articles.Formats.Input;

/// <summary>Finds the reader for a part, and turns what goes wrong in it into entries.</summary>
internal sealed class PartDispatcher
{
    private readonly Budget _budget;
    private readonly SourceStream _source;
    private readonly SingleReader _single;
    private readonly JsonReader _json;
    private readonly JsonLinesReader _lines;
    private readonly WarcReader _warc;
    private readonly GzipReader _gzip;
    private readonly ZipReader _zip;
    private readonly TarballReader _tar;

    public PartDispatcher(Budget budget, SourceStream source)
    {
        (_budget, _source) = (budget, source);
        _single = new SingleReader(budget.Limits);
        _json = new JsonReader(budget.Limits);
        _lines = new JsonLinesReader(budget.Limits);
        _warc = new WarcReader(budget);
        _gzip = new GzipReader(this, budget);
        _zip = new ZipReader(this, budget);
        _tar = new TarballReader(this);
    }

    /// <summary>Reads a part to its end, or to a fault that nothing can be read behind.</summary>
    public async IAsyncEnumerable<RawEntry> ReadAsync(Part part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var entries = DispatchAsync(part, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            Rejection? fault = null;
            try
            {
                if (!await entries.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (RejectedException e) when (e.Scope != RejectionScope.Batch)
            {
                fault = e.Rejection;
            }
            catch (Exception e) when (!_source.Failed && FormatFaults.Includes(e))
            {
                fault = Reject.Corrupt("The file breaks the rules of its format or is cut off");
            }

            if (fault is null)
            {
                yield return entries.Current;
                continue;
            }

            yield return new RawEntry
            {
                Place = part.Place, Bytes = SingleReader.KnownOf(part.Window, _budget.Limits), ContentType = part.ContentType, Rejection = fault,
            };
            yield break;
        }
    }

    private async IAsyncEnumerable<RawEntry> DispatchAsync(Part part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = part.Window;
        for (var gaps = 1; await GapAtStartAsync(window, cancellationToken) is { } gap; gaps++)
        {
            yield return new RawEntry { Place = part.PlaceOf($"gap {gaps}"), Bytes = default, ContentType = part.ContentType, Rejection = gap };
        }

        var head = window.Memory[..Math.Min(window.Length, Sniffer.HeadLength)];
        var whole = window.Length <= Sniffer.HeadLength && window.Ended;
        var sniffed = Sniffer.Sniff(head.Span, whole, part.Name, part.ContentType);
        if (sniffed.Kind is FormatKind.Gzip or FormatKind.Zip or FormatKind.Tar && part.Depth >= _budget.Limits.MaxArchiveDepth)
        {
            throw new RejectedException(Reject.NestedTooDeep(_budget.Limits), RejectionScope.Part);
        }

        var entries = sniffed.Kind switch
        {
            FormatKind.Gzip => _gzip.ReadAsync(part, cancellationToken),
            FormatKind.Zip => _zip.ReadAsync(part, cancellationToken),
            FormatKind.Tar => _tar.ReadAsync(part, cancellationToken),
            FormatKind.Warc => _warc.ReadAsync(part, cancellationToken),
            FormatKind.Json => _json.ReadAsync(part, sniffed.Charset, cancellationToken),
            FormatKind.JsonLines => _lines.ReadAsync(part, sniffed.Charset, cancellationToken),
            _ => _single.ReadAsync(part, sniffed, cancellationToken),
        };

        await foreach (var entry in entries)
        {
            yield return entry;
        }
    }

    private static async ValueTask<Rejection?> GapAtStartAsync(ByteWindow window, CancellationToken cancellationToken)
    {
        try
        {
            await window.PeekAsync(Sniffer.HeadLength, cancellationToken);
            return null;
        }
        catch (RejectedException e) when (e.Scope == RejectionScope.Gap)
        {
            return e.Rejection;
        }
    }
}
