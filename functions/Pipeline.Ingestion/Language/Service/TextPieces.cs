using System.Globalization;

namespace Pipeline.Ingestion.Language.Service;

/// <summary>Cuts long articles where no mention can stand across the cut.</summary>
internal static class TextPieces
{
    /// <summary>A cut is looked for in the last part of a piece only, so that pieces stay few.</summary>
    private const double Latest = 0.5;

    /// <summary>A piece is never longer than this in UTF-16 code units, however few text elements it has.</summary>
    private const int MostUnits = 100_000;

    /// <summary>
    /// Pieces in order, without those of white space only. Cut after a paragraph, else after a sentence, else at a
    /// blank, else between two text elements; never inside one. A single text element beyond all measure is left out.
    /// </summary>
    public static IReadOnlyList<TextPiece> Of(string text, int mostElements = ServiceLimits.DocumentElements)
    {
        var pieces = new List<TextPiece>();
        if (text.Length <= mostElements)
        {
            Add(pieces, text, 0, text.Length);
            return pieces;
        }
        var starts = StringInfo.ParseCombiningCharacters(text);
        int At(int element) => element < starts.Length ? starts[element] : text.Length;
        for (var first = 0; first < starts.Length;)
        {
            var end = Math.Min(starts.Length, first + mostElements);
            while (end > first + 1 && At(end) - At(first) > MostUnits)
                end = first + ((end - first) / 2);
            if (end < starts.Length)
                end = Cut(text, starts, first, end);
            if (At(end) - At(first) <= MostUnits)
                Add(pieces, text, At(first), At(end));
            first = end;
        }
        return pieces;
    }

    /// <summary>The element before which to cut: the last good place between the earliest one and the limit.</summary>
    private static int Cut(string text, int[] starts, int first, int limit)
    {
        var earliest = first + Math.Max(1, (int)((limit - first) * Latest));
        var (sentence, blank) = (0, 0);
        for (var element = limit; element > earliest; element--)
        {
            var before = text[starts[element] - 1];
            if (before == '\n')
                return element;
            if (!char.IsWhiteSpace(before))
            {
                if (sentence == 0 && before is '。' or '！' or '？')
                    sentence = element;
                continue;
            }
            if (blank == 0)
                blank = element;
            if (sentence == 0 && element > 1 && text[starts[element - 1] - 1] is '.' or '!' or '?' or '…' or '"' or '”')
                sentence = element;
        }
        return sentence > 0 ? sentence : blank > 0 ? blank : limit;
    }

    private static void Add(List<TextPiece> pieces, string text, int start, int end)
    {
        if (!text.AsSpan(start, end - start).IsWhiteSpace())
            pieces.Add(new TextPiece(start, end - start));
    }
}
