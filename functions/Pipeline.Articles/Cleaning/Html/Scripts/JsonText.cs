using System.Globalization;

namespace Pipeline.Articles.Cleaning.Html.Scripts;

/// <summary>Decodes the beginning of a JSON string: escapes undone, white space folded to single spaces, as blocks of the page have it.</summary>
internal static class JsonText
{
    /// <returns>How many characters were written: as many as there is room for, or fewer where the string is shorter.</returns>
    public static int Decode(ReadOnlySpan<char> json, Span<char> into)
    {
        var (length, at) = (0, 0);
        while (at < json.Length && length < into.Length)
        {
            at += DecodeOne(json[at..], out var c);
            c = char.IsWhiteSpace(c) ? ' ' : c;
            if (!Characters.IsNothing(c) && !(c == ' ' && (length == 0 || into[length - 1] == ' ')))
            {
                into[length++] = c;
            }
        }

        return length;
    }

    /// <returns>How many characters stand for the decoded one.</returns>
    private static int DecodeOne(ReadOnlySpan<char> json, out char c)
    {
        const int UnicodeLength = 6;
        c = json[0];
        if (c != '\\' || json.Length < 2)
        {
            return 1;
        }

        c = json[1] is '"' or '\\' or '/' ? json[1] : ' ';
        if (json[1] == 'u' && json.Length >= UnicodeLength && ushort.TryParse(json[2..UnicodeLength], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            c = (char)code;
            return UnicodeLength;
        }

        return 2;
    }
}
