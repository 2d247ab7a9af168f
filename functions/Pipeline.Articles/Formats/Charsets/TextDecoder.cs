using System.Text;
using Pipeline.Articles.Formats.Sniffing;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>From bytes in whatever charset to characters.</summary>
internal static class TextDecoder
{
    /// <summary>
    /// <code>
    ///  BOM -> zero bytes: UTF-16/32 -> strict UTF-8 -> declared, if the bytes bear it out -> broken UTF-8 -> detection
    /// </code>
    /// Line ends stay as they are; a byte order mark goes.
    /// </summary>
    /// <param name="bytes">The whole text.</param>
    /// <param name="declared">Labels, the most trusted first; nulls and unknown ones are passed over.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string?> declared)
    {
        // 1. Marks that leave no doubt.
        if (WideText.FromMark(bytes) is { } marked)
        {
            return Wide(bytes[marked.Preamble.Length..], marked);
        }

        if (bytes.StartsWith("\uFEFF"u8))
        {
            return MixedUtf8.Decode(bytes[3..], null);
        }

        if (WideText.WithoutMark(bytes) is { } wide)
        {
            return Wide(bytes, wide);
        }

        // 2. Valid UTF-8 is no accident; ISO-2022-JP is ASCII with escapes.
        if (StrictUtf8.IsValid(bytes) && !CharsetEvidence.IsIso2022Jp(bytes) && !CharsetEvidence.RefutesUtf8(bytes, declared))
        {
            return new DecodedText(Encoding.UTF8.GetString(bytes), "utf-8");
        }

        // 3. Everything else is weighed.
        var name = CharsetEvidence.Weigh(bytes, declared);
        return name == "utf-8" ? MixedUtf8.Decode(bytes, CharsetEvidence.FirstKnown(declared)) : new DecodedText(CharsetLabels.Get(name).GetString(bytes), name);
    }

    /// <summary>The same bytes in UTF-8 without a mark; the very same memory when they are that already.</summary>
    public static Utf8Bytes ToUtf8(ReadOnlyMemory<byte> bytes, string? declared)
    {
        var body = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (StrictUtf8.IsValid(body.Span) && !body.Span.Contains((byte)0))
        {
            return new Utf8Bytes(body, "utf-8");
        }

        var decoded = Decode(bytes.Span, declared);
        return new Utf8Bytes(Encoding.UTF8.GetBytes(decoded.Text), decoded.Charset);
    }

    /// <summary>What JSON that is not in UTF-8 is recoded with, as its first bytes tell; null to read it as broken UTF-8.</summary>
    public static Encoding? ForStructure(ReadOnlySpan<byte> head)
    {
        var name = CharsetEvidence.Weigh(head, []);
        return name == "utf-8" ? null : CharsetLabels.Get(name);
    }

    private static DecodedText Wide(ReadOnlySpan<byte> bytes, Encoding encoding) =>
        new(LoneSurrogates.Replace(encoding.GetString(bytes)), encoding.WebName);
}
