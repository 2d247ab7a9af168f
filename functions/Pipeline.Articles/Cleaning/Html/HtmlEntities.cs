using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;

namespace Pipeline.Articles.Cleaning.Html;

/// <summary>Character references, decoded one at a time so that each keeps its place in the source.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 12;

    private static readonly FrozenDictionary<string, string> Named = new Dictionary<string, string>
    {
        ["amp"] = "&", ["lt"] = "<", ["gt"] = ">", ["quot"] = "\"", ["apos"] = "'", ["nbsp"] = "\u00A0", ["rsquo"] = "’", ["lsquo"] = "‘",
        ["rdquo"] = "”", ["ldquo"] = "“", ["ndash"] = "–", ["mdash"] = "—", ["hellip"] = "…", ["copy"] = "©", ["middot"] = "·",
        ["bull"] = "•", ["shy"] = "\u00AD", ["zwnj"] = "\u200C", ["zwj"] = "\u200D", ["raquo"] = "»", ["laquo"] = "«", ["comma"] = ",",
        ["period"] = ".", ["colon"] = ":", ["excl"] = "!", ["quest"] = "?", ["lpar"] = "(", ["rpar"] = ")", ["num"] = "#", ["dollar"] = "$",
        ["percnt"] = "%", ["NewLine"] = "\n", ["Tab"] = "\t", ["ensp"] = " ", ["emsp"] = " ", ["thinsp"] = " ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Named.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The reference that starts at the "&amp;" at the text's beginning.</summary>
    /// <returns>How many characters it takes; 0 when there is none.</returns>
    public static int Decode(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        if (text.Length < 3)
        {
            return 0;
        }

        return text[1] == '#' ? DecodeNumber(text, out value) : DecodeName(text, out value);
    }

    /// <summary>Appends a text with its references decoded.</summary>
    public static void Append(StringBuilder target, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOf('&');
            if (at < 0)
            {
                target.Append(text);
                return;
            }

            target.Append(text[..at]);
            text = text[at..];
            var length = Decode(text, out var value);
            target.Append(length == 0 ? "&" : value);
            text = text[Math.Max(1, length)..];
        }
    }

    public static string DecodeAll(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('&') < 0)
        {
            return text.ToString();
        }

        var target = new StringBuilder(text.Length);
        Append(target, text);
        return target.ToString();
    }

    private static int DecodeName(ReadOnlySpan<char> text, out string value)
    {
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        value = "";
        if (end >= text.Length || text[end] != ';' || end == 1)
        {
            return 0;
        }

        if (BySpan.TryGetValue(text[1..end], out var known))
        {
            value = known;
            return end + 1;
        }

        var raw = text[..(end + 1)].ToString();
        value = WebUtility.HtmlDecode(raw);
        return value == raw ? 0 : end + 1;
    }

    private static int DecodeNumber(ReadOnlySpan<char> text, out string value)
    {
        var hex = text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        while (end < text.Length && end - start < 8 && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        value = "";
        if (end == start || !int.TryParse(text[start..end], hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return 0;
        }

        value = FromCode(code);
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static string FromCode(int code) => code switch
    {
        >= 0x80 and <= 0x9F => Windows1252[code - 0x80].ToString(),
        _ => Rune.IsValid(code) && code != 0 ? new Rune(code).ToString() : "\uFFFD",
    };

    /// <summary>What the numbers 128 to 159 mean in practice (the HTML standard's table).</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
}
