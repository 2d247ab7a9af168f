using System.Text;
using Pipeline.Articles.Formats.Input;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>Finds the charset that a page or an XML file declares in its first bytes.</summary>
internal static class HtmlCharset
{
    // Browsers look at 1,024 bytes; pages that put scripts first are read right all the same.
    private const int Scan = 4096;

    /// <summary>The label as written, or null.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Scan)]);
        var start = head.AsSpan().TrimStart();
        if (start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            var end = start.IndexOf("?>");
            if (Attribute(end < 0 ? start : start[..end], "encoding") is { } declared)
            {
                return declared;
            }
        }

        for (var at = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var end = head.IndexOf('>', at);
            var tag = end < 0 ? head.AsSpan(at) : head.AsSpan(at, end - at);
            if (Attribute(tag, "charset") is { } charset)
            {
                return charset;
            }

            at = end < 0 ? -1 : head.IndexOf("<meta", end, StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    /// <summary>Takes both charset="x" and content="text/html; charset=x".</summary>
    private static string? Attribute(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : ContentTypes.CharsetOf(string.Concat("charset", tag[(at + name.Length)..]));
    }
}
