using System.Globalization;
using System.Text;

namespace Pipeline.LocalCosmos.Query.Syntax;

/// <summary>Reads a string literal in single or double quotes, with JSON's backslash escapes. Any other escaped character stands for itself.</summary>
internal static class StringScanner
{
    public static string Read(string text, ref int at)
    {
        var start = at;
        var quote = text[at++];
        var close = text.AsSpan(at).IndexOfAny(quote, '\\');
        if (close >= 0 && text[at + close] == quote)
        {
            at += close + 1;
            return text.Substring(start + 1, close);
        }

        var content = new StringBuilder();
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == quote) return content.ToString();
            content.Append(c == '\\' ? Escape(text, ref at, start) : c);
        }
        throw new QueryException($"Syntax error: the string that opens at offset {start} is never closed.");
    }

    private static char Escape(string text, ref int at, int start)
    {
        var c = at < text.Length ? text[at++] : '\0';
        switch (c)
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u' when at + 4 <= text.Length
                && ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                at += 4;
                return (char)unit;
            case 'u':
                throw new QueryException($"Syntax error: the string that opens at offset {start} has an escape \\u without four digits.");
            default:
                return c;
        }
    }
}
