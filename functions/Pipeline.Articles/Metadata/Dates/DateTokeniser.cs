using System.Collections.Frozen;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>Cuts a line into the numbers and words that dates are made of; words that only join them are left out.</summary>
internal static class DateTokeniser
{
    private const int LongestNumber = 5;

    private static readonly FrozenSet<string> Joining = new[]
    {
        "de", "del", "of", "the", "о", "г", "года", "року", "р", "er", "ter", "d", "di", "ngày", "m", "d", "gada", "жылғы", "жыл", "eko", "ko", "den", "le", "el", "il", "st", "nd", "rd", "th", "al", "an", "ú", "ta", "a",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> JoiningBySpan = Joining.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>How many tokens were written.</returns>
    public static int Tokenise(ReadOnlySpan<char> text, string? language, Span<DateToken> tokens)
    {
        var count = 0;
        var mark = '\0';
        for (var i = 0; i < text.Length && count < tokens.Length;)
        {
            var start = i;
            if (DateScanner.Digit(text[i]) >= 0)
            {
                tokens[count++] = Number(text, ref i, mark);
                mark = '\0';
            }
            else if (Ideograph(text[i]) >= 0 && ReadIdeographs(text, i, out var end) is { } number)
            {
                tokens[count++] = new DateToken(start, end, number, Mark: MarkOf(text[end]));
                i = end;
            }
            else if (!char.IsLetter(text[i]))
            {
                i++;
            }
            else
            {
                i = WordEnd(text, i);
                var word = text[start..i];
                mark = word.Equals("tháng", StringComparison.OrdinalIgnoreCase) ? 'M' : word.Equals("năm", StringComparison.OrdinalIgnoreCase) ? 'Y' : '\0';
                if (mark != '\0' || MarkOf(word[0]) != '\0' || JoiningBySpan.Contains(word))
                {
                    continue;
                }

                tokens[count++] = Word(text, start, ref i, language);
            }
        }

        return count;
    }

    private static DateToken Number(ReadOnlySpan<char> text, ref int i, char mark)
    {
        var start = i;
        var number = 0;
        while (i < text.Length && DateScanner.Digit(text[i]) is >= 0 and var digit)
        {
            // "Dec 22, 20234:46 AM": a year whose space got lost before a time.
            if (i - start == 4 && number is >= 1900 and < 2100 && IsTime(text[i..]))
            {
                break;
            }

            number = i - start < LongestNumber ? (number * 10) + digit : 99_999;
            i++;
        }

        var next = i;
        while (next < text.Length && text[next] == ' ')
        {
            next++;
        }

        return new DateToken(start, i, number, Mark: mark != '\0' ? mark : next < text.Length ? MarkOf(text[next]) : '\0');
    }

    private static bool IsTime(ReadOnlySpan<char> text) => text.Length > 4
        && (text[1] == ':' || (text[2] == ':' && char.IsAsciiDigit(text[1]))) && char.IsAsciiDigit(text[text[1] == ':' ? 2 : 3]);

    private static DateToken Word(ReadOnlySpan<char> text, int start, ref int end, string? language)
    {
        var word = text[start..end];
        var (month, era) = MonthNames.Find(word, language);

        // Two words: ربيع الأول, تشرين الثاني.
        if (month == 0 && end + 1 < text.Length && text[end] == ' ' && text[start] is >= '\u0600' and <= '\u06FF' && char.IsLetter(text[end + 1]))
        {
            var second = WordEnd(text, end + 1);
            (month, era) = MonthNames.Find(text[start..second], language);
            end = month > 0 ? second : end;
        }

        // "Jane DoeDecember 22": a word whose space got lost before the month.
        for (var i = word.Length - 1; month == 0 && i > 0 && word.Length < 60; i--)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]))
            {
                (month, era) = MonthNames.Find(word[i..], language);
                start += month > 0 ? i : 0;
                break;
            }
        }

        return new DateToken(start, end, -1, month, era);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int i)
    {
        var start = i;
        if (DateScanner.IsIdeographic(text[i]))
        {
            return i + 1;
        }

        while (i < text.Length && (DateScanner.IsWordPart(text[i]) || (text[i] == '.' && text[start] is >= '\u0E01' and <= '\u0E5B' && i + 1 < text.Length && char.IsLetter(text[i + 1])))
            && !DateScanner.IsIdeographic(text[i]))
        {
            i++;
        }

        return Math.Max(i, start + 1);
    }

    private static char MarkOf(char c) => c switch
    {
        '年' or '년' => 'Y',
        '月' or '월' => 'M',
        '日' or '일' or '号' or '號' => 'D',
        _ => '\0',
    };

    private static int Ideograph(char c) => c is '元' ? 1 : "〇一二三四五六七八九十".IndexOf(c, StringComparison.Ordinal) is var at && c == '零' ? 0 : at;

    /// <summary>二〇二五 before 年, 十一 before 月 or 日, 元 before 年; null when no such mark follows.</summary>
    private static int? ReadIdeographs(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        var (number, hasTen) = (0, false);
        while (end < text.Length && end - start < 4 && Ideograph(text[end]) is >= 0 and var digit)
        {
            hasTen |= digit == 10;
            number = digit == 10 ? Math.Max(1, number) * 10 : hasTen ? number + digit : (number * 10) + digit;
            end++;
        }

        return end < text.Length && MarkOf(text[end]) != '\0' ? number : null;
    }
}
