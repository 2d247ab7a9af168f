using System.Text;
using System.Text.Unicode;
using Pipeline.Articles.Formats.Charsets;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>Tells what a file is from its first bytes; its name and declared type only break ties.</summary>
internal static class Sniffer
{
    /// <summary>Bytes that it looks at.</summary>
    public const int HeadLength = 64 * 1024;

    private const int TarMagicOffset = 257;

    /// <summary>
    /// <code>
    ///  magic numbers -> BOM or zero bytes: UTF-16/32 -> control bytes: binary -> JSON -> HTML -> XML -> Markdown -> text
    /// </code>
    /// </summary>
    /// <param name="head">The first bytes, up to <see cref="HeadLength"/>.</param>
    /// <param name="whole">True when nothing follows.</param>
    /// <param name="name">File name, or the last part of a URL, or nothing.</param>
    /// <param name="contentType">As declared by the storage or by a WARC record.</param>
    public static Sniffed Sniff(ReadOnlySpan<byte> head, bool whole, string name, string? contentType)
    {
        if (head.IsEmpty)
        {
            return Sniffed.Rejected(Reject.Empty);
        }

        // 1. Archives and binaries by their magic numbers.
        if (Archive(head) is { } archive)
        {
            return archive;
        }

        if (BinarySignatures.Find(head) is { } binary)
        {
            return Sniffed.Rejected(binary);
        }

        // 2. Wide text; the rest of this method works on characters.
        var wide = WideText.FromMark(head) ?? WideText.WithoutMark(head);
        if (wide is null && ControlBytes.AreTooMany(head))
        {
            return Sniffed.Rejected(Reject.Binary("binary data"));
        }

        var hint = NameHints.Of(name, contentType);
        var text = (wide ?? Encoding.Latin1).GetString(head[..(wide is null ? head.Length : head.Length & ~3)]).AsSpan();
        text = SkipMark(text, wide is null);
        if (text.IsWhiteSpace())
        {
            return whole ? Sniffed.Rejected(Reject.Blank) : new Sniffed(FormatKind.PlainText);
        }

        // 3. By structure.
        return Json(head, text, wide, whole, hint) ?? ByMarks(text, hint, name);
    }

    private static Sniffed? Archive(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return new Sniffed(FormatKind.Gzip);
        }

        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) || head.StartsWith("PK\x07\x08PK\x03\x04"u8))
        {
            return OfficeFiles.Find(head) is { } office ? Sniffed.Rejected(office) : new Sniffed(FormatKind.Zip);
        }

        if (head.Length >= 512 && head[TarMagicOffset..].StartsWith("ustar"u8))
        {
            return new Sniffed(FormatKind.Tar);
        }

        var text = AsciiBytes.Trim(head[..Math.Min(head.Length, 64)]);
        return AsciiBytes.StartsWith(text, "WARC/0.") || AsciiBytes.StartsWith(text, "WARC/1.") ? new Sniffed(FormatKind.Warc) : null;
    }

    private static Sniffed? Json(ReadOnlySpan<byte> head, ReadOnlySpan<char> text, Encoding? wide, bool whole, FormatKind? hint)
    {
        var saysJson = hint is FormatKind.Json or FormatKind.JsonLines;
        var first = text.TrimStart()[0];
        if (!saysJson && first is not ('{' or '['))
        {
            return null;
        }

        var charset = wide ?? (StrictUtf8.IsValidHead(head, whole) ? null : TextDecoder.ForStructure(head));
        Span<byte> utf8 = charset is null ? [] : new byte[text.Length * 3];
        if (charset is not null)
        {
            var decoded = wide is null ? charset.GetString(head) : text.ToString();
            Utf8.FromUtf16(decoded, utf8, out _, out var written);
            utf8 = utf8[..written];
        }

        var bytes = SkipMark(charset is null ? head : utf8);
        var found = JsonMarks.Find(bytes, whole);
        if (hint == FormatKind.JsonLines && (found is not null || JsonMarks.HasObjectLine(bytes)))
        {
            found = FormatKind.JsonLines;
        }

        if (found is null && saysJson && !HtmlMarks.BeginsDocument(text))
        {
            return first is '{' or '[' ? new Sniffed(FormatKind.Json, Charset: charset) : Sniffed.Rejected(Reject.NotJson);
        }

        return found is { } kind ? new Sniffed(kind, Charset: charset) : null;
    }

    private static Sniffed ByMarks(ReadOnlySpan<char> text, FormatKind? hint, string name)
    {
        if (HtmlMarks.BeginsDocument(text))
        {
            return new Sniffed(FormatKind.Html);
        }

        if (XmlMarks.Find(text) is { } xml)
        {
            return Sniffed.Rejected(xml);
        }

        if (MailMarks.Find(text) is { } mail)
        {
            return Sniffed.Rejected(mail);
        }

        if (NameHints.ForeignTo(name) is { } foreign && HtmlMarks.CountTags(text, 3) == 0)
        {
            return Sniffed.Rejected(Reject.Unread(foreign, "leave it out, or export its articles as JSON lines"));
        }

        // Markdown may hold tags, and HTML may hold the signs of Markdown: there the name decides.
        return hint switch
        {
            FormatKind.Html => new Sniffed(HtmlMarks.CountTags(text, 1) > 0 || text.Contains('&') ? FormatKind.Html : FormatKind.PlainText),
            FormatKind.Markdown => new Sniffed(FormatKind.Markdown),
            _ => new Sniffed(OfText(text)),
        };
    }

    /// <summary>What a text without a name is: Html, Markdown or PlainText.</summary>
    public static FormatKind OfText(ReadOnlySpan<char> text) =>
        HtmlMarks.BeginsDocument(text) ? FormatKind.Html
        : MarkdownMarks.ArePlain(text) && !HtmlMarks.BeginsWithTag(text) ? FormatKind.Markdown
        : HtmlMarks.IsFragment(text) ? FormatKind.Html : FormatKind.PlainText;

    private static ReadOnlySpan<char> SkipMark(ReadOnlySpan<char> text, bool latin) =>
        latin && text.StartsWith("\u00EF\u00BB\u00BF") ? text[3..] : text.StartsWith("\uFEFF") ? text[1..] : text;

    private static ReadOnlySpan<byte> SkipMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
