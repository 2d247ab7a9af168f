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
            var word = text[range];
            if (word.Length > 0 && (word[0] is not ('#' or '＃') || word.Length < 2 || !char.IsLetter(word[^1]) && !char.IsLetter(word[1])))
            {
                return false;
            }
        }

        return true;
    }

    public static IEnumerable<string> Read(string line) =>
        line.Split([' ', '#', '＃', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
