using System.Globalization;
using System.Text;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Cleaning;

/// <summary>Questions about single characters, and folding of white space.</summary>
internal static class Characters
{
    /// <summary>True of characters that take no room and mean nothing: zero width spaces, soft hyphens, byte order marks, controls.</summary>
    public static bool IsNothing(char c) =>
        c is '\u200B' or '\u00AD' or '\uFEFF' or '\u2060' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E')
        or (>= '\u2066' and <= '\u2069') || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v')) || c is >= '\u007F' and <= '\u009F' and not '\u0085';

    /// <summary>True of Chinese, Japanese and other scripts that write without spaces between words.</summary>
    public static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\u0E00' and <= '\u0EFF') or (>= '\u1780' and <= '\u17FF');

    /// <summary>True of marks that stand on or around a letter, as vowels do in many scripts.</summary>
    public static bool IsMark(char c) =>
        c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>What a character beyond ASCII is to words.</summary>
    public static CharacterKind KindOf(char c) =>
        c == '’' ? CharacterKind.Apostrophe
        : char.IsUpper(c) ? CharacterKind.Capital
        : char.IsLower(c) ? CharacterKind.Small
        : char.IsDigit(c) ? CharacterKind.Digit
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c) ? CharacterKind.Letter
        : CharacterKind.Mark;

    /// <summary>True of characters that end a sentence in some script.</summary>
    public static bool EndsSentence(char c) =>
        c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '؟' or '۔' or '።' or '։' or '။' or '៕' or '｡';

    /// <summary>True of quotes and brackets that may follow the character that ends a sentence.</summary>
    public static bool ClosesQuote(char c) => c is '"' or '”' or '’' or '\'' or '»' or ')' or ']' or '」' or '』' or '）' or '›' or '“';

    /// <summary>White space runs become one space, none stands at the ends.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (!IsNothing(c))
            {
                folded.Append(c);
            }
        }

        return folded.ToString().TrimEnd();
    }
}
