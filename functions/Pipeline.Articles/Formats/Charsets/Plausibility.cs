using System.Globalization;
using System.Numerics;

namespace Pipeline.Articles.Formats.Charsets;

/// <summary>
/// How much a decoded text looks like writing, judged by its characters beyond ASCII: about 1 and more for a text in any
/// language, below 0 for one that was decoded with a charset that is not its own.
/// </summary>
internal static class Plausibility
{
    private const double Impossible = -10;

    public static double Of(ReadOnlySpan<char> text)
    {
        double sum = 0;
        var count = 0;
        var latin = 0;
        Span<int> alphabets = stackalloc int[LatinAlphabets.Count];
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] < 0x80)
            {
                continue;
            }

            count++;
            sum += Score(text, at);
            if (text[at] < 0x250 && char.IsLetter(text[at]))
            {
                latin++;
                for (var bits = LatinAlphabets.Of(text[at]); bits != 0; bits &= bits - 1)
                {
                    alphabets[BitOperations.TrailingZeroCount(bits)]++;
                }
            }
        }

        // Of the Latin letters those are plausible that the text's one language has.
        var own = 0;
        foreach (var letters in alphabets)
        {
            own = Math.Max(own, letters);
        }

        return count == 0 ? 0 : (sum + own - (2.0 * (latin - own))) / count;
    }

    private static double Score(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        var before = at > 0 ? text[at - 1] : ' ';
        return c switch
        {
            '\uFFFD' or (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF') => Impossible,
            < '\u0250' when char.IsLetter(c) => LatinScore(text, at, before),
            '\u00A0' or '«' or '»' or '©' or '®' or '°' or '§' or '€' or '£' or '½' or '·' or '¡' or '¿' => Between(text, at) ? -2 : 0.3,
            < '\u0250' => Between(text, at) ? -3 : -0.5,
            >= '\u2010' and <= '\u2026' and not ('\u2020' or '\u2021') => PrintScore(text, at, before),
            >= '\u3001' and <= '\u3011' or (>= '\uFF01' and <= '\uFF1F') => 1,
            >= '\u2500' and <= '\u25FF' => -2,
            >= '\uFF61' and <= '\uFF9F' => -1.5,
            >= '\u0370' and <= '\u052F' => CaseScore(text, at, before) + Bonus(c),
            >= '\u0590' and <= '\u0E7F' => LetterScore(c, before) + Bonus(c),
            >= '\u3040' and <= '\u9FFF' or (>= '\uAC00' and <= '\uD7A3') => CommonCharacters.Include(c) ? 3 : 0.4,
            _ => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned ? Impossible : -1,
        };
    }

    /// <summary>Accented letters come alone or in twos; its place in the alphabet is counted by the caller.</summary>
    private static double LatinScore(ReadOnlySpan<char> text, int at, char before)
    {
        var runs = before is >= '\u0080' and < '\u0250' && char.IsLetter(before) ? 1 : 0;
        runs += runs == 1 && at > 1 && text[at - 2] is >= '\u0080' and < '\u0250' ? 2 : 0;
        var foreign = before >= '\u0370' && char.IsLetter(before) ? 2 : 0;
        return -runs - foreign - (char.IsUpper(text[at]) && char.IsLower(before) ? 1.5 : 0);
    }

    private static double Bonus(char c) => CommonCharacters.IncludeLetter(c) ? 0.5 : 0;

    /// <summary>Quotes and dashes where print puts them are as good as letters.</summary>
    private static double PrintScore(ReadOnlySpan<char> text, int at, char before)
    {
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '\u2018' or '\u201C' or '\u201E' or '\u201A' => !char.IsLetterOrDigit(before) && !char.IsWhiteSpace(after),
            '\u2019' or '\u201D' or '\u2026' => !char.IsWhiteSpace(before),
            _ => char.IsWhiteSpace(before) == char.IsWhiteSpace(after),
        } ? 1 : 0.2;
    }

    private static double CaseScore(ReadOnlySpan<char> text, int at, char before)
    {
        var c = text[at];
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return !char.IsLetter(c) ? -1
            : before < '\u0370' && after < '\u0370' ? -0.5
            : char.IsLetter(before) && (before < '\u0250' || (before < '\u0400') != (c < '\u0400')) ? -2
            : char.IsUpper(c) && char.IsLower(before) ? -2
            : c is (>= '\u0400' and <= '\u040F') or (>= '\u0452' and <= '\u045F' and not ('\u0454' or '\u0456' or '\u0457' or '\u0458' or '\u045E')) ? 0.2
            : 1;
    }

    private static double LetterScore(char c, char before) =>
        char.IsAsciiLetter(before) || (before is >= '\u0080' and < '\u0250' && char.IsLetter(before)) ? -2
        : CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark => 1,
            UnicodeCategory.OtherNotAssigned => Impossible,
            _ => 0.2,
        };

    private static bool Between(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]) && text[at] is not ('·' or '\u00A0');
}
