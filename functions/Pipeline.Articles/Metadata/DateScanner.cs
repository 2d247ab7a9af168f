using System.Collections.Frozen;
using System.Globalization;

namespace Pipeline.Articles.Metadata;

/// <summary>Finds a written date inside a line of text: "11 October 2025", "Oct. 11, 2025", "2025年10月11日", "11.10.2025", "2025.10.11-00:14".</summary>
internal static class DateScanner
{
    private static readonly string[] Languages =
        ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv", "da", "nb", "fi", "cs", "hu", "ro", "el", "id", "vi", "bg", "hr", "sk", "sl", "lt", "lv", "et", "ca", "he", "ar", "fa", "hi"];

    private static readonly FrozenDictionary<string, int> Months = ReadMonths();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MonthBySpan = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The first full date in a text, and the words that state it.</summary>
    public static (string Value, string Raw)? Find(ReadOnlySpan<char> text)
    {
        const int MostTokens = 60;
        Span<(int Start, int End, int Number, int Month)> tokens = stackalloc (int, int, int, int)[MostTokens];
        var count = Tokenise(text, tokens);
        for (var i = 0; i + 2 < count; i++)
        {
            var (a, b, c) = (tokens[i], tokens[i + 1], tokens[i + 2]);
            var date = a.Month > 0 && a.Number < 0 ? Date(c.Number, a.Month, b.Number)
                : b.Month > 0 && b.Number < 0 ? Date(c.Number, b.Month, a.Number) ?? Date(a.Number, b.Month, c.Number)
                : IsNumeric(text, a, b, c) ? Numeric(a.Number, b.Number, c.Number, text[a.End])
                : null;
            if (date is not null)
            {
                var rest = text[c.End..];
                var skip = rest.IndexOfAnyInRange('0', '9');
                var time = skip is >= 0 and <= 10 ? TwelveHours(DateReader.ReadTime(rest[skip..]), rest[skip..]) : "";
                var rawEnd = time.Length > 0 ? Math.Min(text.Length, c.End + skip + time.Length - 1) : c.End;
                return (date + time, text[a.Start..rawEnd].ToString());
            }
        }

        return null;
    }

    /// <summary>"T10:20" before "10:20 PM" is "T22:20".</summary>
    private static string TwelveHours(string time, ReadOnlySpan<char> text)
    {
        if (time.Length < 6)
        {
            return time;
        }

        var mark = text[..Math.Min(text.Length, 12)].TrimStart("0123456789:. ");
        var isAfternoon = mark.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || mark.StartsWith("p.m", StringComparison.OrdinalIgnoreCase);
        var isMorning = mark.StartsWith("am", StringComparison.OrdinalIgnoreCase) || mark.StartsWith("a.m", StringComparison.OrdinalIgnoreCase);
        var hour = int.Parse(time.AsSpan(1, 2), CultureInfo.InvariantCulture);
        hour = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour == 12 ? 0 : hour;
        return string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}{time.AsSpan(3)}");
    }

    private static bool IsNumeric(ReadOnlySpan<char> text, (int Start, int End, int Number, int Month) a, (int Start, int End, int Number, int Month) b, (int Start, int End, int Number, int Month) c) =>
        a.Number > 0 && b.Number > 0 && c.Number > 0 && b.Start - a.End <= 2 && c.Start - b.End <= 2
        && text[a.End] is '.' or '-' or '/' or '年' or '년' && text[b.End] is '.' or '-' or '/' or '月' or '월';

    private static string? Numeric(int a, int b, int c, char mark) => a > 31
        ? Date(a, b, c)
        : mark == '/' && b > 12 ? Date(c, a, b)
        : Date(c, b, a);

    private static string? Date(int year, int month, int day) =>
        DateReader.IsDay(year, month, day) ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}") : null;

    private static int Tokenise(ReadOnlySpan<char> text, Span<(int Start, int End, int Number, int Month)> tokens)
    {
        var count = 0;
        for (var i = 0; i < text.Length && count < tokens.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                var number = 0;
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    number = i - start < 5 ? (number * 10) + (text[i] - '0') : 99_999;
                    i++;
                }

                var end = i;
                i += i + 2 <= text.Length && text[i..] is ['s', 't', ..] or ['n', 'd', ..] or ['r', 'd', ..] or ['t', 'h', ..] ? 2 : 0;
                tokens[count++] = (start, end, number, 0);
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark))
                {
                    i++;
                }

                var word = text[start..i];
                if (word is "年" or "月" or "日" or "년" or "월" or "일" or "de" or "del" or "of" or "о" or "г" or "года")
                {
                    continue;
                }

                MonthBySpan.TryGetValue(word, out var month);
                tokens[count++] = (start, i, -1, month);
            }
            else
            {
                i++;
            }
        }

        return count;
    }

    private static FrozenDictionary<string, int> ReadMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["Sept"] = 9, ["März"] = 3, ["Maerz"] = 3, ["Jänner"] = 1 };
        foreach (var language in Languages)
        {
            var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
            foreach (var names in new[] { format.MonthNames, format.AbbreviatedMonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthGenitiveNames })
            {
                for (var i = 0; i < 12; i++)
                {
                    var name = names[i].TrimEnd('.');
                    if (name.Length >= 3 && name.All(c => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark))
                    {
                        months.TryAdd(name, i + 1);
                    }
                }
            }
        }

        return months.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
