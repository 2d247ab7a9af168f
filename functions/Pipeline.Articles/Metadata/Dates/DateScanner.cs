using System.Globalization;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>
/// Finds written dates inside a line of text: "11 October 2025", "Oct. 11, 2025", "2025年10月11日", "令和7年10月11日", "11.10.2025",
/// "2025.10.11-00:14", "๑๑ ต.ค. ๒๕๖๘", "۱۹ مهر ۱۴۰۴".
/// </summary>
internal static class DateScanner
{
    private const int MostTokens = 64;

    /// <summary>The first digit beyond ASCII; Chinese numerals lie further on.</summary>
    private const char FirstOtherDigit = '\u0660';

    /// <summary>The value of a decimal digit of any script, -1 for other characters.</summary>
    public static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : c < FirstOtherDigit ? -1 : CharUnicodeInfo.GetDecimalDigitValue(c);

    public static bool IsIdeographic(char c) => c is >= '\u4E00' and <= '\u9FFF' or '년' or '월' or '일';

    /// <summary>True of letters, and of the marks and joiners inside the words of some scripts.</summary>
    public static bool IsWordPart(char c) => char.IsLetter(c) || c == '\u200C'
        || (c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>The first full date in a text, and the words that state it.</summary>
    public static (string Value, string Raw)? Find(ReadOnlySpan<char> text, DateHints hints = default) =>
        FindAll(text, hints, 1) is [var first, ..] ? (first.Value, text[first.Start..first.End].ToString()) : null;

    /// <summary>Full dates in a text, in order.</summary>
    public static List<WrittenDate> FindAll(ReadOnlySpan<char> text, DateHints hints, int most = 4)
    {
        var found = new List<WrittenDate>();

        // Every date has a number, and most texts that are asked for one have none.
        if (!text.ContainsAnyInRange('0', '9') && !text.ContainsAnyInRange(FirstOtherDigit, '\uFFFF'))
        {
            return found;
        }

        Span<DateToken> tokens = stackalloc DateToken[MostTokens];
        var count = DateTokeniser.Tokenise(text, hints.Language, tokens);
        for (var i = 0; i + 2 < count && found.Count < most; i++)
        {
            if (Day(text, tokens[i], tokens[i + 1], tokens[i + 2], hints) is { } day && !hints.IsFuture(day))
            {
                found.Add(WithTime(text, day, tokens[i].Start, tokens[i + 2].End, found.Count > 0 ? found[^1].End : 0));
                i += 2;
            }
        }

        return found;
    }

    private static WrittenDate WithTime(ReadOnlySpan<char> text, string day, int start, int end, int from)
    {
        // The marks 日 and 년 belong to the date.
        end += end < text.Length && IsIdeographic(text[end]) ? 1 : 0;
        var time = ClockTime.After(text[end..], day, out var length);
        if (time.Length > 0)
        {
            return new WrittenDate(day + time, start, Math.Min(text.Length, end + length));
        }

        time = ClockTime.Before(text[from..start], day, out var before);
        return new WrittenDate(day + time, time.Length > 0 ? from + before : start, end);
    }

    private static string? Day(ReadOnlySpan<char> text, in DateToken a, in DateToken b, in DateToken c, DateHints hints)
    {
        const int FarthestApart = 14;
        if (c.Start - b.End > FarthestApart || b.Start - a.End > FarthestApart)
        {
            return null;
        }

        if (a.Month > 0 && b.IsNumber && c.IsNumber)
        {
            return Eras.ToDay(c.Number, a.Month, b.Number, a.Era);
        }

        if (b.Month > 0 && a.IsNumber && c.IsNumber)
        {
            return Eras.ToDay(c.Number, b.Month, a.Number, b.Era) ?? Eras.ToDay(a.Number, b.Month, c.Number, b.Era)
                ?? (a.Digits <= 2 && c.Digits == 2 && b.End + 1 >= c.Start ? Eras.ToDay(2000 + c.Number, b.Month, a.Number, b.Era) : null);
        }

        if (c.Month > 0 && a is { IsNumber: true, Digits: 4 } && b.IsNumber)
        {
            return Eras.ToDay(a.Number, c.Month, b.Number, c.Era);
        }

        return a.IsNumber && b.IsNumber && c.IsNumber && b.Start - a.End <= 3 + (b.Mark == 'M' ? 6 : 0) && c.Start - b.End <= 3 + (c.Mark == 'Y' ? 6 : 0) ? Numeric(text, a, b, c, hints) : null;
    }

    private static string? Numeric(ReadOnlySpan<char> text, in DateToken a, in DateToken b, in DateToken c, DateHints hints)
    {
        if (a.Mark == 'Y' && b.Mark is 'M' or '\0')
        {
            return Eras.ToDay(Eras.OfReign(text[..a.Start], a.Number), b.Number, c.Number, Era.Gregorian);
        }

        if (b.Mark == 'M' && c.Mark is 'Y' or '\0')
        {
            return Eras.ToDay(c.Number, b.Number, a.Number, Era.Gregorian);
        }

        // 1.2.2023.4 is a version of something.
        if ((c.End + 1 < text.Length && text[c.End] == '.' && Digit(text[c.End + 1]) >= 0) || (a.Start > 1 && text[a.Start - 1] == '.' && Digit(text[a.Start - 2]) >= 0))
        {
            return null;
        }

        if (text[a.End] is not ('.' or '-' or '/' or '\u2010' or '\u2011' or '\u2013') || text[b.End] != text[a.End])
        {
            return null;
        }

        var era = hints.Language is "fa" or "ps" && (a.Number > 1300 || c.Number > 1300) && Math.Max(a.Number, c.Number) < 1500 ? Era.Persian
            : hints.Language is "ar" && Math.Max(a.Number, c.Number) is > 1400 and < 1500 ? Era.Hijri
            : Era.Gregorian;
        if (a.Digits == 4)
        {
            return Eras.ToDay(a.Number, b.Number, c.Number, era);
        }

        // Two digits of a year stand only in a date that is nothing but digits: 22.12.23, 12/18/23.
        var year = c.Digits == 2 && a.Digits <= 2 && b.Digits <= 2 ? 2000 + c.Number : c.Number;
        var monthFirst = b.Number > 12 || (hints.MonthFirst && a.Number <= 12 && text[a.End] is '/' or '-');
        var day = monthFirst ? Eras.ToDay(year, a.Number, b.Number, era) : Eras.ToDay(year, b.Number, a.Number, era);
        return day is not null && hints.IsFuture(day) && a.Number <= 12 && b.Number <= 12
            ? Eras.ToDay(year, monthFirst ? b.Number : a.Number, monthFirst ? a.Number : b.Number, era)
            : day;
    }
}
