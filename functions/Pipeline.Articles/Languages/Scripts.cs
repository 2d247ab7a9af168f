namespace Pipeline.Articles.Languages;

/// <summary>Writing systems that tell the language by themselves.</summary>
internal static class Scripts
{
    private const int Kana = 0;
    private const int Han = 1;
    private const int Shared = 2;

    /// <summary>Kana in a Japanese text is seldom less; a Chinese text quotes less.</summary>
    private const double KanaShareOfJapanese = 0.08;

    // Script: 3 and on, in the order of this table.
    private static readonly (char First, char Last, string Language)[] Sole =
    [
        ('\uAC00', '\uD7A3', "ko"), ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u1780', '\u17FF', "km"),
        ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u0530', '\u058F', "hy"), ('\u0370', '\u03FF', "el"),
        ('\u0980', '\u09FF', "bn"), ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B00', '\u0B7F', "or"),
        ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"),
        ('\u0D80', '\u0DFF', "si"), ('\u0F00', '\u0FFF', "bo"),
    ];

    public static IEnumerable<string> Languages => Sole.Select(script => script.Language).Concat(["ja", "zh"]);

    /// <summary>The language that the most frequent script gives away, or null when several use it.</summary>
    public static (string? Language, double Share) Count(ReadOnlySpan<char> words, out int letters)
    {
        Span<int> counts = stackalloc int[Sole.Length + 3];
        counts.Clear();
        letters = 0;
        foreach (var c in words)
        {
            if (c == ' ')
                continue;
            letters++;
            counts[Of(c)]++;
        }
        if (letters == 0)
            return (null, 0);
        var eastAsian = counts[Kana] + counts[Han];

        // A Han character is worth about two letters of an alphabet.
        if (eastAsian * 2 > letters - eastAsian && eastAsian >= counts[3])
            return (counts[Kana] > KanaShareOfJapanese * eastAsian ? "ja" : "zh", Share(eastAsian, letters));
        var best = Shared;
        for (var script = 3; script < counts.Length; script++)
        {
            if (counts[script] > counts[best])
                best = script;
        }
        return best == Shared ? (null, 0) : (Sole[best - 3].Language, Share(counts[best], letters));
    }

    private static double Share(int count, int letters) => Math.Round((double)count / letters, 3);

    private static int Of(char c)
    {
        if (c < '\u0370')
            return Shared;
        if (c is >= '\u3040' and <= '\u30FF' or >= '\u31F0' and <= '\u31FF')
            return Kana;
        if (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF')
            return Han;
        for (var i = 0; i < Sole.Length; i++)
        {
            if (c >= Sole[i].First && c <= Sole[i].Last)
                return i + 3;
        }
        return Shared;
    }
}
