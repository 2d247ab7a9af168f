using System.Collections.Frozen;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>Reads the time zone behind a written time: "Z", "+02:00", "GMT+7", "EST", "Uhr MESZ".</summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, int> Minutes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0, ["WET"] = 0, ["EST"] = -300, ["EDT"] = -240, ["CDT"] = -300, ["MST"] = -420, ["MDT"] = -360, ["PST"] = -480, ["PDT"] = -420, ["AKST"] = -540, ["HST"] = -600,
        ["CST"] = -360, ["BST"] = 60, ["CET"] = 60, ["CEST"] = 120, ["MEZ"] = 60, ["MESZ"] = 120, ["WEST"] = 60, ["WAT"] = 60, ["EET"] = 120, ["EEST"] = 180, ["SAST"] = 120, ["CAT"] = 120, ["MSK"] = 180, ["МСК"] = 180, ["мск"] = 180,
        ["TRT"] = 180, ["EAT"] = 180, ["AST"] = 180, ["GST"] = 240, ["PKT"] = 300, ["IST"] = 330, ["NPT"] = 345, ["BDT"] = 360, ["ICT"] = 420, ["WIB"] = 420, ["WITA"] = 480, ["WIT"] = 540, ["SGT"] = 480, ["HKT"] = 480,
        ["PHT"] = 480, ["AWST"] = 480, ["JST"] = 540, ["KST"] = 540, ["AEST"] = 600, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780, ["BRT"] = -180, ["ART"] = -180,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> MinutesBySpan = Minutes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Minutes ahead of UTC, where a text begins with a zone; null where it does not.</summary>
    /// <param name="text">What stands behind the time.</param>
    /// <param name="day">The day, "2025-10-11": American names such as "ET" depend on the season.</param>
    /// <param name="length">How many characters state the zone.</param>
    public static int? Read(ReadOnlySpan<char> text, ReadOnlySpan<char> day, out int length)
    {
        var start = 0;
        while (start < text.Length && text[start] is ' ' or '(' or '\u00A0')
        {
            start++;
        }

        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        var name = text[start..end];
        length = end;
        if (name.Length == 0 || name is "UTC" or "GMT")
        {
            // A bare "-5" may be anything; "-0500" and "-05:00" are zones, and "GMT-5" is one.
            if (Offset(text[end..]) is { } offset && (name.Length > 0 || offset.Length >= 5))
            {
                length = end + offset.Length;
                return offset.Minutes;
            }

            return name.Length > 0 ? 0 : null;
        }

        return name switch
        {
            "ET" => IsSummer(day) ? -240 : -300,
            "CT" => IsSummer(day) ? -300 : -360,
            "MT" => IsSummer(day) ? -360 : -420,
            "PT" => IsSummer(day) ? -420 : -480,
            _ => MinutesBySpan.TryGetValue(name, out var minutes) ? minutes : null,
        };
    }

    /// <summary>"+02:00", "-0500", "+7".</summary>
    private static (int Minutes, int Length)? Offset(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] == ' ' ? 1 : 0;
        if (at >= text.Length || text[at] is not ('+' or '-' or '−'))
        {
            return null;
        }

        var sign = text[at] == '+' ? 1 : -1;
        var digits = at + 1;
        var end = digits;
        var number = 0;
        while (end < text.Length && end - digits < 5 && (char.IsAsciiDigit(text[end]) || text[end] == ':'))
        {
            number = text[end] == ':' ? number : (number * 10) + (text[end] - '0');
            end++;
        }

        var minutes = end - digits <= 2 ? number * 60 : ((number / 100) * 60) + (number % 100);
        return end > digits && minutes <= 14 * 60 ? (sign * minutes, end) : null;
    }

    /// <summary>Summer time in the United States: second Sunday of March to first Sunday of November.</summary>
    private static bool IsSummer(ReadOnlySpan<char> day)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var begin = Sunday(new DateOnly(date.Year, 3, 8));
        var end = Sunday(new DateOnly(date.Year, 11, 1));
        return date >= begin && date < end;

        static DateOnly Sunday(DateOnly from) => from.AddDays((7 - (int)from.DayOfWeek) % 7);
    }
}
