using System.Collections.Frozen;
using System.Globalization;

namespace Pipeline.Articles.Cleaning.Text;

/// <summary>Heads of calendar widgets: "Sun", "Mon", "August 2023", in every language that .NET knows the day names of.</summary>
internal static class Calendar
{
    private static readonly string[] Languages =
        ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "sv", "da", "nb", "fi", "cs", "hu", "ro", "el", "zh", "ja", "ko", "ar", "id", "vi"];

    private static readonly FrozenSet<string> Days = Names(f => [.. f.DayNames, .. f.AbbreviatedDayNames]);

    private static readonly FrozenSet<string> Months = Names(f => [.. f.MonthNames, .. f.AbbreviatedMonthNames, .. f.MonthGenitiveNames]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DaysBySpan = Days.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MonthsBySpan = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsLine(ReadOnlySpan<char> text, in LineFacts facts)
    {
        const int LongestName = 24;
        if (text.Length > LongestName || facts.Words > 7)
        {
            return false;
        }

        if (facts.Words == 1)
        {
            return DaysBySpan.Contains(text.TrimEnd("."));
        }

        var space = text.IndexOf(' ');
        return space > 0 && facts.Words == 2 && facts.HasYear && MonthsBySpan.Contains(text[..space]);
    }

    /// <summary>1 to 12 for the name of a month in any known language; 0 for no month.</summary>
    public static bool IsMonth(ReadOnlySpan<char> word) => MonthsBySpan.Contains(word);

    private static FrozenSet<string> Names(Func<DateTimeFormatInfo, string[]> read) => Languages
        .SelectMany(language => read(CultureInfo.GetCultureInfo(language).DateTimeFormat))
        .Select(name => name.TrimEnd('.'))
        .Where(name => name.Length > 0 && name.Any(char.IsLetter))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
