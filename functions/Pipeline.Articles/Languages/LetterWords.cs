using System.Globalization;

namespace Pipeline.Articles.Languages;

/// <summary>A text as the n-gram profiles see it: lower-case words of letters, one blank before and after each.</summary>
internal static class LetterWords
{
    /// <summary>Fills <paramref name="target"/> and returns the count of characters written.</summary>
    public static int Read(ReadOnlySpan<char> text, Span<char> target)
    {
        var length = 0;
        if (target.Length > 0)
            target[length++] = ' ';
        foreach (var c in text)
        {
            if (length >= target.Length - 1)
                break;
            if (IsPartOfWord(c))
                target[length++] = char.ToLowerInvariant(c);
            else if (target[length - 1] != ' ')
                target[length++] = ' ';
        }
        if (length > 0 && target[length - 1] != ' ')
            target[length++] = ' ';
        return length;
    }

    private static bool IsPartOfWord(char c) => c < 128
        ? char.IsAsciiLetter(c)
        : char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
