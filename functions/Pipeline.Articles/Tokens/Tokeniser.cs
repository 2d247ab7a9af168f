using System.Globalization;

namespace Pipeline.Articles.Tokens;

/// <summary>
/// Cuts a text into tokens and marks where sentences begin, in one pass and linear time. Hyphens and apostrophes at the
/// edge of words are tokens of their own, so that a name may end at them ("US-led", "Ghana's").
/// </summary>
internal static class Tokeniser
{
    /// <summary>Longer words are cut: nothing in any language is so long, and a megabyte without a blank stays cheap.</summary>
    public const int LongestWord = 100;

    // white space -> new line? paragraph
    // letter/digit -> word or number, with abbreviation dots; the possessive apart
    // anything else -> a mark; a sentence mark followed by white space and no lower case opens the next sentence
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>((text.Length / 5) + 8);
        var (at, space, sentence, paragraph) = (0, true, true, true);
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF')
            {
                space = true;
                if (c == '\n')
                    sentence = paragraph = true;
                at++;
                continue;
            }
            var (length, kind) = Next(text, at, space);
            tokens.Add(new Token(at, length, kind, space, sentence, paragraph));
            at += length;
            (space, paragraph) = (false, false);

            // Closing marks belong to the sentence before them, opening ones leave the next word its opening.
            var closes = kind == TokenKind.Mark && IsSentenceMark(c) && Opens(text, at);
            sentence = closes || (sentence && kind == TokenKind.Mark && !IsSentenceMark(c));
        }
        return tokens;
    }

    private static (int Length, TokenKind Kind) Next(string text, int at, bool space)
    {
        var c = text[at];
        if (IsApostrophe(c) && !space && at + 1 < text.Length && text[at + 1] is 's' or 'S' && !IsWordPart(text, at + 2))
            return (2, TokenKind.Possessive);
        if (!IsWordPart(text, at))
            return (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1, TokenKind.Mark);
        if (Abbreviations.InitialsAt(text, at) is > 0 and var initials)
            return (initials, TokenKind.Word);
        var number = char.IsAsciiDigit(c);
        var end = at;
        while (end < text.Length && end - at < LongestWord && Continues(text, at, end, number))
            end += char.IsHighSurrogate(text[end]) ? 2 : 1;
        if (!number && end < text.Length && text[end] == '.' && Abbreviations.IsTitleOrSuffix(text.AsSpan(at, end - at)))
            end++;
        return (end - at, number ? TokenKind.Number : TokenKind.Word);
    }

    private static bool Continues(string text, int start, int at, bool number)
    {
        if (IsWordPart(text, at))
            return true;
        if (at == start || !IsWordPart(text, at + 1))
            return false;
        var c = text[at];
        if (number)
            return c is '.' or ',' or ':' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

        // "O'Brien", "don't", "l'Europe"; "Ghana's" ends before its clitic.
        return IsApostrophe(c) && !(text[at + 1] is 's' or 'S' && !IsWordPart(text, at + 2));
    }

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC';

    private static bool IsWordPart(string text, int at)
    {
        if (at >= text.Length)
            return false;
        var c = text[at];
        if (c < 128)
            return char.IsAsciiLetterOrDigit(c);
        if (char.IsHighSurrogate(c))
            return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) && char.IsLetter(text, at);
        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static bool IsSentenceMark(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।';

    /// <summary>Whether a sentence can begin after a sentence mark that ends at <paramref name="at"/>.</summary>
    private static bool Opens(string text, int at)
    {
        while (at < text.Length && text[at] is '"' or '”' or '’' or '\'' or ')' or ']' or '»')
            at++;
        if (at >= text.Length || text[at - 1] is '。' or '！' or '？')
            return true;
        if (!char.IsWhiteSpace(text[at]))
            return false;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at >= text.Length || !char.IsLower(text[at]);
    }
}
