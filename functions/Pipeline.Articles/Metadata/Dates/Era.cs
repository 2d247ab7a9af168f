using System.Globalization;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>How the year and month of a written date are counted.</summary>
internal enum Era : byte
{
    Gregorian,

    /// <summary>Thai: 543 years ahead, months as in the Gregorian calendar.</summary>
    Buddhist,

    /// <summary>Solar Hijri, in Iran and Afghanistan.</summary>
    Persian,

    /// <summary>Lunar Hijri, as in the Umm al-Qura calendar.</summary>
    Hijri,
}

/// <summary>Turns years, months and days of other calendars into Gregorian days.</summary>
internal static class Eras
{
    private const int BuddhistOffset = 543;

    private static readonly (string Name, int Before)[] Reigns =
        [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867), ("民國", 1911), ("民国", 1911)];

    private static readonly PersianCalendar Persian = new();
    private static readonly UmAlQuraCalendar Hijri = new();

    /// <summary>The year of a reign that ends a text (令和7 of 令和7年) as a Gregorian year; the number itself where no reign stands.</summary>
    public static int OfReign(ReadOnlySpan<char> before, int year)
    {
        foreach (var (name, start) in Reigns)
        {
            if (year < 100 + start && year < 200 && before.TrimEnd().EndsWith(name))
            {
                return year + start;
            }
        }

        return year;
    }

    /// <returns>"2025-10-11", or null when there is no such day, or it is too far off for a news article.</returns>
    public static string? ToDay(int year, int month, int day, Era era)
    {
        if (era == Era.Gregorian && year is > 2400 and < 2700)
        {
            era = Era.Buddhist;
        }

        return era switch
        {
            Era.Buddhist => Day(year - BuddhistOffset, month, day),
            Era.Persian when year is > 1300 and < 1500 => Day(Persian, year, month, day),
            Era.Hijri when year is > 1400 and < 1500 => Day(Hijri, year, month, day),
            Era.Gregorian => Day(year, month, day),
            _ => null,
        };
    }

    private static string? Day(Calendar calendar, int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > calendar.GetDaysInMonth(year, month))
        {
            return null;
        }

        var gregorian = calendar.ToDateTime(year, month, day, 0, 0, 0, 0);
        return Day(gregorian.Year, gregorian.Month, gregorian.Day);
    }

    private static string? Day(int year, int month, int day) =>
        DateReader.IsDay(year, month, day) ? string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}") : null;
}
