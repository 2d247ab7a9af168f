using System.IO.Compression;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Warc;

/// <summary>Unpacks an HTTP body by its Content-Encoding (RFC 9110, section 8.4).</summary>
internal sealed class BodyUnpacker(Budget budget, int depth)
{
    private const int MaxCodings = 3;

    /// <summary>
    /// The entry with its body unpacked. Crawlers that unpack while they save keep the header, so a body that is plainly not
    /// packed is left as it is.
    /// </summary>
    public RawEntry Undo(RawEntry page, string? codings)
    {
        var names = (codings ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names.Reverse().Take(MaxCodings))
        {
            if (name.Equals("zstd", StringComparison.OrdinalIgnoreCase) && page.Bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]))
            {
                return page with { Rejection = Reject.Unread("a page packed with Zstandard", "crawl it with gzip or Brotli") };
            }

            page = UndoOne(page, name.ToUpperInvariant());
            if (page.Rejection is not null)
            {
                return page;
            }
        }

        return page;
    }

    private RawEntry UndoOne(RawEntry page, string coding)
    {
        var bytes = page.Bytes.Span;
        using var body = new MemoryStream(page.Bytes.ToArray(), writable: false);
        var gzip = bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
        var zlib = bytes.Length > 1 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
        using Stream? packed = coding switch
        {
            "GZIP" or "X-GZIP" when gzip => new GZipStream(body, CompressionMode.Decompress),
            "DEFLATE" when zlib => new ZLibStream(body, CompressionMode.Decompress),
            "DEFLATE" => new DeflateStream(body, CompressionMode.Decompress),
            "BR" => new BrotliStream(body, CompressionMode.Decompress),
            _ => null,
        };
        try
        {
            return packed is null ? page : Unpack(page, packed);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // Brotli and bare deflate have no mark to know them by: what does not unpack was not packed.
            return gzip || zlib ? page with { Rejection = Reject.Corrupt("The packed page in the WARC record is corrupt") } : page;
        }
    }

    private RawEntry Unpack(RawEntry page, Stream packed)
    {
        var limits = budget.Limits;
        using var unpacked = new MemoryStream();
        var buffer = new byte[32 * 1024];
        for (var read = packed.Read(buffer); read > 0; read = packed.Read(buffer))
        {
            budget.CountBytes(depth, read);
            unpacked.Write(buffer.AsSpan(0, read));
            if (unpacked.Length > limits.RatioFloorBytes && unpacked.Length > (long)page.Bytes.Length * limits.MaxCompressionRatio)
            {
                return page with { Rejection = Reject.SwellsTooFar(page.Bytes.Length, unpacked.Length, limits) };
            }

            if (unpacked.Length > limits.MaxArticleBytes)
            {
                return page with { Rejection = Reject.ArticleTooLarge(limits.MaxArticleBytes, exact: false, limits) };
            }
        }

        return unpacked.Length > 0 ? page with { Bytes = unpacked.ToArray() } : page;
    }
}
