using System.Buffers;
using Pipeline.Articles.Cleaning.Blocks;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>
/// Captions that stand alone between paragraphs and have lost their picture: a bare name that the article speaks of, or a few
/// words that end in a word for something pictured. A sub-headline is neither.
/// </summary>
internal static class Captions
{
    public const int LongestCaption = 8;
    private const int LongestName = 3;

    private static readonly SearchValues<string> Pictured = SearchValues.Create(
        ["flag", "flags", "logo", "logos", "portrait", "photo", "photos", "picture", "map", "screenshot", "infographic", "illustration"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>A few words between two paragraphs that end in a word for something pictured: "North Korean and Russian flags".</summary>
    public static bool IsPictured(ReadOnlySpan<char> text, in LineFacts facts, in LineFacts before, in LineFacts after)
    {
        const int LongestWord = 12;
        var lastWord = text[(text.LastIndexOf(' ') + 1)..];
        return IsBetween(facts, before, after) && facts.Words > 1 && lastWord.Length <= LongestWord && Pictured.Contains(lastWord.ToString());
    }

    /// <summary>A name of two or three words, which alone is no proof: a sub-headline may look the same.</summary>
    public static bool IsBareName(in LineFacts facts, in LineFacts before, in LineFacts after) =>
        facts.Words is 2 or LongestName && facts.CapitalWords + 1 >= facts.Words && facts.SmallWords <= 1 && facts.Letters > 0 && IsBetween(facts, before, after);

    private static bool IsBetween(in LineFacts facts, in LineFacts before, in LineFacts after) =>
        !facts.EndsSentence && !facts.EndsColon && facts.Digits == 0 && facts.Commas <= 1 && facts.StartsCapital && before.EndsSentence && after.EndsSentence;

    /// <summary>True when the words stand inside a sentence elsewhere: then they are a name.</summary>
    public static bool IsSpokenOf(ReadOnlySpan<char> name, BlockList blocks)
    {
        foreach (ref readonly var block in blocks.Blocks)
        {
            var text = blocks.TextOf(block);
            if (text.Length > 3 * name.Length && text.Contains(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return Surname(name) is { Length: > 3 } surname && CountInside(surname, blocks) >= 3;
    }

    private static ReadOnlySpan<char> Surname(ReadOnlySpan<char> name) => name[(name.LastIndexOf(' ') + 1)..];

    private static int CountInside(ReadOnlySpan<char> word, BlockList blocks)
    {
        var count = 0;
        foreach (ref readonly var block in blocks.Blocks)
        {
            var text = blocks.TextOf(block);
            count += text.Length > 4 * word.Length && text.Contains(word, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }
}
