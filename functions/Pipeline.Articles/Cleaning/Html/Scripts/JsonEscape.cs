using System.Globalization;

namespace Pipeline.Articles.Cleaning.Html.Scripts;

/// <summary>An escape in a JSON string.</summary>
internal static class JsonEscape
{
    private const int UnicodeLength = 6;

    /// <param name="json">Begins with a backslash and has something behind it.</param>
    /// <param name="c">What it stands for; a space for the controls, a line feed for "\n", what stands there for an escape that JSON does not know.</param>
    /// <returns>How many characters stand for it.</returns>
    public static int Decode(ReadOnlySpan<char> json, out char c)
    {
        if (json[1] == 'u' && json.Length >= UnicodeLength && ushort.TryParse(json[2..UnicodeLength], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            c = (char)code;
            return UnicodeLength;
        }

        c = json[1] switch
        {
            'n' => '\n',
            'r' or 't' or 'b' or 'f' => ' ',
            var other => other,
        };
        return 2;
    }
}
