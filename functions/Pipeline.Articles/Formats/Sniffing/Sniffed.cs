using System.Text;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>The verdict of <see cref="Sniffer"/>.</summary>
/// <param name="Kind">The format.</param>
/// <param name="Rejection">Set exactly when <paramref name="Kind"/> is Rejected.</param>
/// <param name="Charset">For JSON that is not in UTF-8: what its structure must be read with.</param>
internal readonly record struct Sniffed(FormatKind Kind, Rejection? Rejection = null, Encoding? Charset = null)
{
    public static Sniffed Rejected(Rejection rejection) => new(FormatKind.Rejected, rejection);

    public MediaKind MediaKind => Kind switch
    {
        FormatKind.Html => MediaKind.Html,
        FormatKind.Markdown => MediaKind.Markdown,
        FormatKind.Json or FormatKind.JsonLines => MediaKind.Json,
        _ => MediaKind.PlainText,
    };
}
