using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Pipeline.Articles.Fingerprints;

/// <summary>
/// Class and folded form of every character of the Basic Multilingual Plane. Folding is compatibility decomposition
/// (Unicode Standard Annex 15, NFKD), without the marks of scripts in which marks are accents or vowel points, lower case,
/// and digits of any script as 0 to 9.
/// </summary>
internal static class FoldTable
{
    private static readonly char[] FoldedCharacters = new char[char.MaxValue + 1];
    private static readonly CharacterClass[] Classes = new CharacterClass[char.MaxValue + 1];
    private static readonly FrozenDictionary<char, string> Expansions = Build();

    public static ReadOnlySpan<char> Folded => FoldedCharacters;

    public static ReadOnlySpan<CharacterClass> Class => Classes;

    /// <summary>Folded form of a character whose class has <see cref="CharacterClass.Expands"/>.</summary>
    public static string Expand(char character) => Expansions[character];

    private static FrozenDictionary<char, string> Build()
    {
        var expansions = new Dictionary<char, string>();
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var character = (char)code;
            var (kind, folded) = Describe(character);
            Classes[code] = kind;
            FoldedCharacters[code] = folded.Length == 0 ? '\0' : folded[0];
            if (folded.Length > 1)
            {
                Classes[code] |= CharacterClass.Expands;
                expansions.Add(character, folded);
            }
        }

        return expansions.ToFrozenDictionary();
    }

    private static (CharacterClass Class, string Folded) Describe(char character)
    {
        if (char.IsSurrogate(character))
            return (CharacterClass.Separator, "");
        if (CharacterRanges.IsBreak(character))
            return (CharacterClass.Break, "");
        if (CharacterRanges.IsDropped(character))
            return (CharacterClass.Dropped, "");

        var category = CharUnicodeInfo.GetUnicodeCategory(character);
        if (CharacterRanges.IsNumber(category))
            return Number(character);
        if (!CharacterRanges.IsLetter(category))
            return (CharacterClass.Separator, "");

        var folded = Letters(character);
        if (folded.Length == 0)
            return (CharacterClass.Dropped, "");
        var kind = CharacterClass.Word;
        if (category is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter)
            kind |= CharacterClass.Upper;
        if (CharacterRanges.IsSpaceless(character))
            kind |= CharacterClass.Spaceless | CharacterClass.Uncased;
        else if (CharacterRanges.IsUncased(category))
            kind |= CharacterClass.Uncased;
        return (kind, folded);
    }

    private static (CharacterClass Class, string Folded) Number(char character)
    {
        var value = CharUnicodeInfo.GetDecimalDigitValue(character);
        if (value >= 0)
            return (CharacterClass.Word | CharacterClass.Digit, ((char)('0' + value)).ToString());
        var folded = Letters(character);
        return folded.Length == 0
            ? (CharacterClass.Separator, "")
            : (CharacterClass.Word | CharacterClass.Digit, folded);
    }

    private static string Letters(char character)
    {
        if (CharacterRanges.Replacement(character) is { } replacement)
            return replacement;
        var form = CharacterRanges.KeepsMarks(character) ? NormalizationForm.FormKC : NormalizationForm.FormKD;
        var folded = new StringBuilder();
        foreach (var part in character.ToString().Normalize(form))
            if (!CharacterRanges.IsDropped(part) && char.IsLetterOrDigit(part) || CharacterRanges.KeepsMarks(part))
                folded.Append(char.ToLowerInvariant(part));
        return folded.ToString();
    }
}
