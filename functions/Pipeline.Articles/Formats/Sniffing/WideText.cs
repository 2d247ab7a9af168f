using System.Globalization;
using System.Text;

namespace Pipeline.Articles.Formats.Sniffing;

/// <summary>
/// Tells UTF-16 and UTF-32 from other bytes: by their byte order mark, else by where their zero bytes and line ends stand.
/// </summary>
internal static class WideText
{
    private const int Sample = 4096;

    public static Encoding? FromMark(ReadOnlySpan<byte> head)
    {
        // The mark of UTF-32 begins with that of UTF-16, and a UTF-16 text does not begin with a NUL character.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            return new UTF32Encoding(bigEndian: false, byteOrderMark: true);
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return new UTF32Encoding(bigEndian: true, byteOrderMark: true);
        }

        return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
            : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode : null;
    }

    public static Encoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        var sample = head[..(Math.Min(head.Length, Sample) & ~3)];
        if (sample.Length < 4 || sample.IndexOf((byte)0) < 0)
        {
            return null;
        }

        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < sample.Length; i++)
        {
            zeros[i & 3] += sample[i] == 0 ? 1 : 0;
        }

        var units = sample.Length / 4;
        if (zeros[3] == units && zeros[2] > units * 9 / 10 && zeros[0] < units / 10 + 1)
        {
            return new UTF32Encoding(bigEndian: false, byteOrderMark: false);
        }

        if (zeros[0] == units && zeros[1] > units * 9 / 10 && zeros[3] < units / 10 + 1)
        {
            return new UTF32Encoding(bigEndian: true, byteOrderMark: false);
        }

        return Reads(sample, Encoding.Unicode) ? Encoding.Unicode
            : Reads(sample, Encoding.BigEndianUnicode) ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>A text has spaces, line ends or ideographic stops, few scripts, and neither control characters nor private ones.</summary>
    private static bool Reads(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        Span<char> chars = stackalloc char[Sample];
        var text = chars[..encoding.GetChars(sample, chars)];
        var breaks = 0;
        var bad = 0;
        foreach (var c in text)
        {
            breaks += c is ' ' or '\n' or '\r' or '\u3000' or '\u3001' or '\u3002' or '\uFF0C' ? 1 : 0;
            bad += CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
                || (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c == '\uFFFD' ? 1 : 0;
        }

        return bad <= text.Length / 200 && breaks > text.Length / 100;
    }
}
