using System.Globalization;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Warc;

/// <summary>Takes the body out of a recorded HTTP response (RFC 9112).</summary>
internal static class HttpMessage
{
    private const int MaxHeaderLength = 256 * 1024;

    /// <summary>The entry with the body as its bytes; as it is when it holds no HTTP message.</summary>
    public static RawEntry Unwrap(RawEntry entry, BodyUnpacker unpacker)
    {
        var block = entry.Bytes;
        if (!AsciiBytes.StartsWith(block.Span, "HTTP/"))
        {
            return entry;
        }

        if (WarcHeader.Measure(block.Span[..Math.Min(block.Length, MaxHeaderLength)]) is not var (total, blank))
        {
            return entry with { Rejection = Reject.Corrupt("The HTTP response in the WARC record is cut off within its header") };
        }

        var header = WarcHeader.Parse(block.Span[..(total - blank)]);
        var body = block[total..];
        var page = entry with { Bytes = body, ContentType = header["Content-Type"] };
        if (Status(header.FirstLine) is { } status and not (>= 200 and < 300))
        {
            var stated = status.ToString(CultureInfo.InvariantCulture);
            return page with { Rejection = Reject.NoArticle($"The site answered with HTTP status {stated} and not with the page; crawl it again or leave it out.") };
        }

        if (header["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            body = ChunkedBody.Join(body);
        }

        return unpacker.Undo(page with { Bytes = body }, header["Content-Encoding"]);
    }

    private static int? Status(string line)
    {
        var parts = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
    }
}
