namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Tells where a paragraph goes on in the next line: lines that were broken at a fixed width, and sentences that a scraper cut where
/// a link or another inline tag stood.
/// </summary>
internal static class LineJoins
{
    /// <summary>Words of a line that is running text rather than an entry of a menu.</summary>
    private const int RunningWords = 5;

    /// <param name="line">The line, trimmed; not empty.</param>
    /// <param name="next">The line right below, trimmed; not empty.</param>
    /// <param name="width">The width at which lines are broken; 0 when they are not.</param>
    /// <param name="isRunning">True when the line itself goes on from the one above.</param>
    public static bool GoesOn(ReadOnlySpan<char> line, ReadOnlySpan<char> next, int width, bool isRunning)
    {
        var (last, first) = (line[^1], next[0]);
        if (StartsAnew(next))
        {
            return false;
        }

        if (width > 0 && WrapWidth.IsFull(line, next, width) && (isRunning || HasWords(line, RunningWords) || Characters.IsUnspaced(first)))
        {
            return true;
        }

        if (Characters.EndsSentence(last) || Characters.ClosesQuote(last) && line.Length > 1 && Characters.EndsSentence(line[^2]) || last is ':' or '|')
        {
            return false;
        }

        return first is ',' or '.' or ';' or ')' && next.Length > 1 || IsGenitive(next) || (last is ',' && (isRunning || HasWords(line, RunningWords)))
            || (char.IsLower(first) && (isRunning || HasWords(line, RunningWords) || (HasWords(line, 2) && HasWords(next, RunningWords))));
    }

    /// <summary>True where nothing stands between the two when they are joined: in scripts without spaces, and before a mark.</summary>
    public static bool NeedsNoSpace(char last, char first) =>
        (last > '\u2E7F' && first > '\u2E7F' && !char.IsBetween(last, '\uAC00', '\uD7AF') && !char.IsBetween(first, '\uAC00', '\uD7AF'))
        || first is ',' or '.' or ';' or ')' or '’' or '\'';

    /// <summary>True where a word is cut at the line's end; in "pre- and post-war" none is.</summary>
    public static bool IsHyphen(ReadOnlySpan<char> line, ReadOnlySpan<char> next) =>
        line.Length > 1 && line[^1] == '-' && char.IsLetter(line[^2]) && char.IsLower(next[0]) && next[..LettersOf(next)] is not ("and" or "or" or "und" or "oder" or "et" or "ou" or "y" or "o" or "e");

    /// <summary>True when the two parts around a hyphen at a line's end stand elsewhere in the text as one word: "govern-" and "ment".</summary>
    public static bool IsOneWord(ReadOnlySpan<char> line, ReadOnlySpan<char> next, ReadOnlySpan<char> text)
    {
        const int LongestPart = 24;
        const int CharactersRead = 20_000;
        var head = line[..^1];
        head = head[(head.LastIndexOf(' ') + 1)..];
        var tail = next[..LettersOf(next)];
        if (head.Length is 0 or > LongestPart || tail.Length is 0 or > LongestPart)
        {
            return false;
        }

        Span<char> word = stackalloc char[2 * LongestPart];
        head.CopyTo(word);
        tail.CopyTo(word[head.Length..]);
        return text[..Math.Min(text.Length, CharactersRead)].Contains(word[..(head.Length + tail.Length)], StringComparison.OrdinalIgnoreCase);
    }

    private static int LettersOf(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>Marks of lists, headings and tables.</summary>
    private static bool StartsAnew(ReadOnlySpan<char> next) =>
        next[0] is '*' or '-' or '+' or '•' or '#' or '>' or '|' or '·' or '[' or '!' or '='
        || (char.IsAsciiDigit(next[0]) && next.IndexOf(". ") is > 0 and < 4);

    private static bool IsGenitive(ReadOnlySpan<char> next) => next.StartsWith("'s ") || next.StartsWith("’s ");

    private static bool HasWords(ReadOnlySpan<char> line, int words)
    {
        var spaces = 0;
        foreach (var c in line)
        {
            spaces += c == ' ' ? 1 : 0;
            if (spaces >= words - 1)
            {
                return true;
            }
        }

        return false;
    }
}
