using System.Globalization;

namespace Pipeline.Articles.Fingerprints;

/// <summary>The decisions by script that the general categories of Unicode do not make.</summary>
internal static class CharacterRanges
{
    /// <summary>A capital after one of these begins a sentence, a paragraph or quoted speech.</summary>
    public static bool IsBreak(char character) =>
        character is '.' or '!' or '?' or ':' or '\n' or '\r' or '"'
            or '\u0589' or '\u06D4' or '\u061F' or '\u0964' or '\u0965' or '\u2026' or '\u2028' or '\u2029' or '\u3002'
            or '\uFF01' or '\uFF0E' or '\uFF1F' or '\uFF1A'
            or '\u00AB' or '\u00BB' or '\u201C' or '\u201D' or '\u201E' or '\u00BF' or '\u00A1';

    /// <summary>Accents and points that writers leave out as often as not, joiners, and the soft hyphen.</summary>
    public static bool IsDropped(char character) =>
        character is '\u00AD' or '\u0640' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'
            or '\u093C' or '\u09BC' or '\u0A3C' or '\u0ABC' or '\u0B3C'
            or (>= '\u0300' and <= '\u036F') or (>= '\u0483' and <= '\u0489')
            or (>= '\u0591' and <= '\u05C7' and not '\u05BE' and not '\u05C0' and not '\u05C3' and not '\u05C6')
            or (>= '\u0610' and <= '\u061A') or (>= '\u064B' and <= '\u065F') or '\u0670'
            or (>= '\u06D6' and <= '\u06DC') or (>= '\u06DF' and <= '\u06E4') or '\u06E7' or '\u06E8' or (>= '\u06EA' and <= '\u06ED')
            or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20F0')
            or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFE20' and <= '\uFE2F');

    /// <summary>Compared by characters: no spaces between words, or words that carry their particles (Korean).</summary>
    public static bool IsSpaceless(char character) =>
        character is (>= '\u0E00' and <= '\u0EFF') or (>= '\u0F00' and <= '\u109F') or (>= '\u1100' and <= '\u11FF')
            or (>= '\u1780' and <= '\u17FF') or (>= '\u2E80' and <= '\u2FDF') or (>= '\u3005' and <= '\u3007')
            or (>= '\u3031' and <= '\u318F') or (>= '\u31A0' and <= '\u31BF') or (>= '\u31F0' and <= '\u31FF')
            or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uA960' and <= '\uA97F')
            or (>= '\uAC00' and <= '\uD7FF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFFDC');

    /// <summary>Marks that spell vowels or voice consonants, without which words fall together.</summary>
    public static bool KeepsMarks(char character) =>
        character is (>= '\u0900' and <= '\u0DFF') || IsSpaceless(character) || character is (>= '\u3041' and <= '\u30FF');

    /// <summary>Would compose with its neighbour: the text must be normalised before it is folded.</summary>
    public static bool NeedsComposition(char character) =>
        character is '\u3099' or '\u309A' or '\uFF9E' or '\uFF9F' or (>= '\u1100' and <= '\u11FF');

    public static bool IsNumber(UnicodeCategory category) =>
        category is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    public static bool IsLetter(UnicodeCategory category) =>
        category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    public static bool IsUncased(UnicodeCategory category) =>
        category is UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Letters that no decomposition relates although spelling habits do.</summary>
    public static string? Replacement(char character) => character switch
    {
        '\u00DF' or '\u1E9E' => "ss",
        '\u00E6' or '\u00C6' => "ae",
        '\u0153' or '\u0152' => "oe",
        '\u00F8' or '\u00D8' => "o",
        '\u0142' or '\u0141' => "l",
        '\u0111' or '\u0110' or '\u00F0' or '\u00D0' => "d",
        '\u00FE' or '\u00DE' => "th",
        '\u0131' or '\u0130' => "i",
        '\u03C2' => "\u03C3",
        '\u0629' => "\u0647",
        '\u0649' or '\u06CC' => "\u064A",
        '\u06A9' => "\u0643",
        _ => null,
    };
}
