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
            var c = json[at];
            at += c == '\\' && at + 1 < json.Length ? JsonEscape.Decode(json[at..], out c) : 1;
            c = char.IsWhiteSpace(c) ? ' ' : c;
            if (!Characters.IsNothing(c) && !(c == ' ' && (length == 0 || into[length - 1] == ' ')))
            {
                into[length++] = c;
            }
        }

        return length;
    }
}
