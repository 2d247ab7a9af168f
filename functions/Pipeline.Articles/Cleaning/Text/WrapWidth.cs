namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Finds out whether a text's lines were broken at a fixed width, as mail programs and terminals do. The evidence is that the first
/// word of the next line would not have fitted: in running text broken so it holds for nearly every line, elsewhere by chance only.
/// </summary>
internal static class WrapWidth
{
    private const int Widest = 130;
    private const int Narrowest = 40;

    /// <summary>Narrowest width in scripts that pack more into a character.</summary>
    private const int NarrowestUnspaced = 16;

    private const int CharactersRead = 100_000;

    /// <returns>The width in characters; 0 when the lines are whole paragraphs, or not of running text.</returns>
    public static int Find(ReadOnlySpan<char> text)
    {
        const int Few = 3;
        text = text[..Math.Min(text.Length, CharactersRead)];
        Span<int> lengths = stackalloc int[Widest + 1];
        lengths.Clear();
        var (all, wide, narrow, unspaced) = (0, 0, 0, 0);
        foreach (var line in text.EnumerateLines())
        {
            var length = line.TrimEnd().Length;
            all += length;
            if (length > Widest)
            {
                wide += length;
                if (4 * wide > text.Length)
                {
                    return 0;
                }
            }
            else if (length > 0)
            {
                lengths[length]++;
                narrow++;
                unspaced += Characters.IsUnspaced(line[0]) ? 1 : 0;
            }
        }

        var narrowest = 2 * unspaced > narrow ? NarrowestUnspaced : Narrowest;
        for (var width = Widest; 4 * wide <= all && width >= narrowest; width--)
        {
            var near = lengths[width] + lengths[width - 1] + lengths[width - 2] + lengths[width - 3];
            if (lengths[width] > 0 && near >= Few)
            {
                return IsProven(text, width) ? width : 0;
            }
        }

        return 0;
    }

    /// <summary>True when the next line's first word would not have fitted behind a line.</summary>
    public static bool IsFull(ReadOnlySpan<char> line, ReadOnlySpan<char> next, int width) =>
        line.Length <= width && line.Length + FirstWord(next) > width;

    /// <summary>Room that the first word of a line takes, with the space before it.</summary>
    private static int FirstWord(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || Characters.IsUnspaced(line[0]))
        {
            return 1;
        }

        var space = line.IndexOf(' ');
        return 1 + (space < 0 ? line.Length : space);
    }

    private static bool IsProven(ReadOnlySpan<char> text, int width)
    {
        const int Fewest = 5;
        var (full, loose, lines, capitals) = (0, 0, 0, 0);
        var previous = default(ReadOnlySpan<char>);
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.Trim();
            if (!previous.IsEmpty && !line.IsEmpty)
            {
                var isFull = IsFull(previous, line, width);
                full += isFull ? previous.Length : 0;
                loose += isFull || Characters.EndsSentence(previous[^1]) ? 0 : previous.Length;
                lines += isFull ? 1 : 0;
                capitals += isFull && char.IsUpper(line[0]) ? 1 : 0;
            }

            previous = line;
        }

        // Entries of a list may be of one length too, but they begin with capitals.
        return lines >= Fewest && full > 4 * loose && 2 * capitals < lines;
    }
}
