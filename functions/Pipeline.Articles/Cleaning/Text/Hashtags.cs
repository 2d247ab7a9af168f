namespace Pipeline.Articles.Cleaning.Text;

/// <summary>Lines that are nothing but hashtags.</summary>
internal static class Hashtags
{
    public static bool IsLine(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('#' or '＃'))
        {
            return false;
        }

        foreach (var range in text.Split(' '))
        {
            if (text[range] is { Length: > 0 } word && !IsTag(word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"#Politics", "#政治", "#one#two", "#话题#"; but no sentence that begins with a tag where words are not apart.</summary>
    private static bool IsTag(ReadOnlySpan<char> word)
    {
        const int Longest = 40;
        if (word[0] is not ('#' or '＃') || word.Length is < 2 or > Longest || (!char.IsLetter(word[^1]) && !char.IsLetter(word[1])))
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsLetterOrDigit(c) && !Characters.IsMark(c) && c is not ('#' or '＃' or '_' or '-' or ',' or '.' or '&' or '\'' or '’'))
            {
                return false;
            }
        }

        // Behind a tag that is closed no more follows.
        return word[1..].IndexOfAny("#＃") is var next && (next < 0 || next == word.Length - 2 || !Characters.IsUnspaced(word[next + 2]));
    }

    public static IEnumerable<string> Read(string line) =>
        line.Split([' ', '#', '＃', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
