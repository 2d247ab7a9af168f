using System.Runtime.CompilerServices;
using Pipeline.Articles.Formats.Sniffing;

namespace Pipeline.Articles.Formats.Input;

/// <summary>A file that is itself one article, or none.</summary>
internal sealed class SingleReader(FormatLimits limits)
{
    public async IAsyncEnumerable<RawEntry> ReadAsync(
        Part part, Sniffed sniffed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = part.Window;
        if (sniffed.Rejection is { } rejection)
        {
            // The whole of it is kept for whoever looks into the quarantine. And what swells beyond reason is a bomb first,
            // whatever it holds: reading on lets the unpacker notice.
            await window.FillAsync(Math.Max(limits.MaxArticleBytes, 2 * limits.RatioFloorBytes), cancellationToken);
            yield return Entry(part, sniffed, KnownOf(window, limits), rejection);
            yield break;
        }

        if (await window.FillAsync(limits.MaxArticleBytes + 1, cancellationToken))
        {
            var (size, exact) = part.Seekable is { } stream ? (stream.Length, true) : (limits.MaxArticleBytes, false);
            yield return Entry(part, sniffed, HeadOf(window), Reject.ArticleTooLarge(size, exact, limits));
            yield break;
        }

        var bytes = window.Memory.ToArray();
        window.Advance(bytes.Length);
        yield return Entry(part, sniffed, bytes, AsciiBytes.Trim(bytes).IsEmpty ? Reject.Blank : null);
    }

    /// <summary>All that is in view, when it is no more than an article may be; else the first bytes.</summary>
    public static byte[] KnownOf(ByteWindow window, FormatLimits limits) =>
        window.Length <= limits.MaxArticleBytes ? window.Span.ToArray() : HeadOf(window);

    /// <summary>The first bytes of what is in view: enough to tell what a rejected file is.</summary>
    public static byte[] HeadOf(ByteWindow window) => window.Span[..Math.Min(window.Length, 4096)].ToArray();

    private static RawEntry Entry(Part part, Sniffed sniffed, byte[] bytes, Rejection? rejection) => new()
    {
        Place = part.Place,
        Bytes = bytes,
        Kind = sniffed.MediaKind,
        ContentType = part.ContentType,
        DeclaredCharset = ContentTypes.CharsetOf(part.ContentType),
        Rejection = rejection,
    };
}
