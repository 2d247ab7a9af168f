using System.Buffers;

namespace Pipeline.Articles.Metadata;

/// <summary>
/// Makes a headline for a text that has none: of the first sentences, without who reported it and without asides, the one whose
/// words the whole text speaks of most.
/// </summary>
internal static class TitleMaker
{
    private const int SentencesRead = 8;
    private const int LongestTitle = 110;
    private const int TextRead = 20_000;

    private static readonly SearchValues<string> Reports = SearchValues.Create(
        [" reported", " said", " disclosed", " announced", " revealed", " stated", " confirmed", " says", " reports", " claims", " claimed", " believes"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Cuts = [", ", "; ", " – ", " — ", ": "];

    public static string Make(string text)
    {
        var read = text[..Math.Min(text.Length, TextRead)];
        var counts = Count(read);
        var best = "";
        var bestScore = double.MinValue;
        var place = 0;
        foreach (var sentence in Sentences(read).Take(SentencesRead))
        {
            var line = Shorten(sentence);
            var score = Score(line, counts) - (0.06 * place++);
            if (score > bestScore)
            {
                (best, bestScore) = (line, score);
            }
        }

        return best.Length > 0 ? best : CutAtWord(read.Trim());
    }

    private static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in Words(text))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return counts;
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                if (i - start > 3)
                {
                    yield return text[start..i];
                }

                start = -1;
            }
        }
    }

    private static double Score(string line, Dictionary<string, int> counts)
    {
        var words = Words(line).ToList();
        if (words.Count == 0)
        {
            return double.MinValue;
        }

        var central = words.Average(w => Math.Log(1 + counts.GetValueOrDefault(w)));
        var length = line.Length is >= 40 and <= 90 ? 0.5 : line.Length is >= 25 and <= LongestTitle ? 0.2 : -0.8;
        var isQuestion = line.EndsWith('?') ? -0.3 : 0;
        return central + length + isQuestion;
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var atEnd = i + 1 == text.Length || text[i] == '\n';
            var full = Cleaning.Characters.EndsSentence(text[i]) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i] > '\u2100');
            if (!atEnd && !full)
            {
                continue;
            }

            var sentence = text[start..(i + 1)].Trim();
            start = i + 1;
            if (sentence.Length > 12)
            {
                yield return sentence;
            }
        }
    }

    private static string Shorten(string sentence)
    {
        var line = WithoutAsides(sentence).TrimEnd('.', ' ', '。');
        for (var round = 0; round < 3; round++)
        {
            var that = line.IndexOf(" that ", StringComparison.Ordinal);
            if (that > 0 && that < line.Length * 0.7 && line.AsSpan(0, that).ContainsAny(Reports))
            {
                line = line[(that + 6)..];
            }
        }

        foreach (var cut in Cuts)
        {
            var at = line.Length > 90 ? line.LastIndexOf(cut, Math.Min(line.Length - 1, 90), StringComparison.Ordinal) : -1;
            if (at >= 30)
            {
                line = line[..at];
            }
        }

        line = CutAtWord(line).Trim();
        return line.Length > 0 ? char.ToUpperInvariant(line[0]) + line[1..] : line;
    }

    private static string WithoutAsides(string sentence)
    {
        var open = sentence.IndexOf(" (", StringComparison.Ordinal);
        var close = open < 0 ? -1 : sentence.IndexOf(')', open);
        return close < 0 ? sentence : string.Concat(sentence.AsSpan(0, open), sentence.AsSpan(close + 1));
    }

    private static string CutAtWord(string line)
    {
        if (line.Length <= LongestTitle)
        {
            return line;
        }

        var space = line.LastIndexOf(' ', LongestTitle);
        return line[..(space > 20 ? space : LongestTitle)].TrimEnd(',', ';', ' ') + "…";
    }
}
