using System.Buffers;
using Pipeline.Articles.Formats.Charsets;
using Pipeline.Articles.Formats.Input;
using Pipeline.Articles.Formats.Json;
using Pipeline.Articles.Formats.Markdown;
using Pipeline.Articles.Formats.Sniffing;

namespace Pipeline.Articles.Formats;

/// <summary>Turns an entry's bytes into text. It keeps nothing between calls and never throws on bad input.</summary>
public static class EntryDecoder
{
    private const int MaxNulShare = 1000;

    private static readonly SearchValues<char> Blanks = SearchValues.Create(
        " \t\r\n\f\v\0\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF");

    /// <summary>
    /// <code>
    ///  bytes -> charset -> text -> Markdown front matter -> SourceText
    ///        -> JSON: fields of the article -> the body's kind -> SourceText
    /// </code>
    /// </summary>
    /// <param name="entry">As <see cref="ArticleReader"/> gave it; a rejected one gives its own rejection.</param>
    public static DecodeResult Decode(RawEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Rejection is not null)
        {
            return DecodeResult.Rejected(entry.Rejection);
        }

        var result = entry.Kind == MediaKind.Json ? JsonArticle.Decode(entry) : DecodeText(entry);
        return result.Text is { Given.Url: null } text && entry.SourceUrl is not null
            ? DecodeResult.Of(text with { Given = text.Given with { Url = entry.SourceUrl } }) : result;
    }

    private static DecodeResult DecodeText(RawEntry entry)
    {
        // 1. Characters.
        var bytes = entry.Bytes.Span;
        if (bytes.IsEmpty)
        {
            return DecodeResult.Rejected(Reject.Empty);
        }

        if (BinarySignatures.Find(bytes) is { } binary)
        {
            return DecodeResult.Rejected(binary);
        }

        var meta = entry.Kind == MediaKind.Html ? HtmlCharset.Find(bytes) : null;
        var (text, charset) = TextDecoder.Decode(bytes, entry.DeclaredCharset, meta);
        if (text.AsSpan().Count('\0') > text.Length / MaxNulShare)
        {
            return DecodeResult.Rejected(Reject.Binary("binary data"));
        }

        if (text.AsSpan().IndexOfAnyExcept(Blanks) < 0)
        {
            return DecodeResult.Rejected(Reject.Blank);
        }

        // 2. What a Markdown file states before its text.
        var bodyOffset = entry.Kind == MediaKind.Markdown ? FrontMatter.EndOf(text) : 0;
        return DecodeResult.Of(new SourceText
        {
            Text = text,
            Kind = entry.Kind,
            Charset = charset,
            BodyOffset = bodyOffset,
            Given = bodyOffset > 0 ? FrontMatterFields.Read(text.AsSpan(0, bodyOffset)) : GivenFields.None,
        });
    }
}
