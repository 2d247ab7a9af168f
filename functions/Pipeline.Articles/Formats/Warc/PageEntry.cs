using System.Globalization;
using Pipeline.Articles.Formats.Input;
using Pipeline.Articles.Formats.Sniffing;

namespace Pipeline.Articles.Formats.Warc;

/// <summary>Makes an entry of a record: takes the HTTP message off, then looks at what is left.</summary>
internal static class PageEntry
{
    public static RawEntry Of(WarcRecord record, string place, Budget budget, int depth)
    {
        var limits = budget.Limits;
        var entry = new RawEntry
        {
            Place = place,
            Bytes = record.Block.ToArray(),
            ContentType = record.Header?["Content-Type"],
            SourceUrl = record.Header?["WARC-Target-URI"]?.Trim('<', '>'),
            CrawledAt = Date(record.Header?["WARC-Date"]),
            Rejection = record.Fault,
        };
        if (record.Fault is not null)
        {
            return entry;
        }

        // The head of an HTTP message is not the article's, so its size counts without it where it is known.
        if (record.Block.Length < record.Length && record.Length > limits.MaxArticleBytes)
        {
            return entry with { Rejection = Reject.ArticleTooLarge(record.Length, exact: true, limits) };
        }

        var message = HttpMessage.Unwrap(entry, new BodyUnpacker(budget, depth));
        return message.Rejection is null ? Judge(message, limits) : message;
    }

    private static RawEntry Judge(RawEntry page, FormatLimits limits)
    {
        if (page.Bytes.Length > limits.MaxArticleBytes)
        {
            return page with { Bytes = page.Bytes[..4096].ToArray(), Rejection = Reject.ArticleTooLarge(page.Bytes.Length, exact: true, limits) };
        }

        var head = page.Bytes.Span[..Math.Min(page.Bytes.Length, Sniffer.HeadLength)];
        var sniffed = Sniffer.Sniff(head, head.Length == page.Bytes.Length, NameOf(page.SourceUrl), page.ContentType);
        return page with
        {
            Kind = sniffed.MediaKind,
            DeclaredCharset = ContentTypes.CharsetOf(page.ContentType),
            Rejection = sniffed.Rejection ?? sniffed.Kind switch
            {
                FormatKind.Gzip or FormatKind.Zip or FormatKind.Tar => Reject.Binary("an archive within a WARC record"),
                FormatKind.Warc => Reject.Binary("a WARC file within a WARC record"),
                FormatKind.Json or FormatKind.JsonLines => Json.JsonArticle.Check(page.Bytes),
                _ => AsciiBytes.Trim(page.Bytes.Span).IsEmpty ? Reject.Blank : null,
            },
        };
    }

    /// <summary>The last part of a URL's path, as a file name.</summary>
    private static string NameOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return "";
        }

        var path = uri.AbsolutePath;
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date : null;
}
