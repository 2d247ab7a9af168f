using System.Globalization;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>Reads a written time of day near a date: "10:20 PM EST", "14h30", "14.30 Uhr", "下午3:05", "3 a.m. PT".</summary>
internal static class ClockTime
{
    private const int LongestGap = 14;

    private static readonly string[] Afternoon = ["pm", "p.m", "下午", "午後", "오후", "晚上", "مساء", "م.", "μμ", "μ.μ", "م ", "ч.п", "du soir"];
    private static readonly string[] Morning = ["am", "a.m", "上午", "午前", "오전", "凌晨", "صباح", "ص.", "πμ", "π.μ"];

    /// <summary>The time that follows a date.</summary>
    /// <param name="text">What stands behind the date.</param>
    /// <param name="day">The day, "2025-10-11".</param>
    /// <param name="length">How much of the text states the time.</param>
    /// <returns>"T22:20", "T22:20:00-05:00"; empty when none follows.</returns>
    public static string After(ReadOnlySpan<char> text, ReadOnlySpan<char> day, out int length)
    {
        length = 0;
        for (var i = 0; i < text.Length && i <= LongestGap; i++)
        {
            if (DateScanner.Digit(text[i]) >= 0)
            {
                return Read(text, i, day, out length);
            }

            if (text[i] is '\n' or ';')
            {
                break;
            }
        }

        return "";
    }

    /// <summary>The time that stands before a date: "8:00 PM EST, Tue December 19", "04:22, 24 Dec".</summary>
    public static string Before(ReadOnlySpan<char> text, ReadOnlySpan<char> day, out int start)
    {
        const int LongestBefore = 30;
        start = text.Length;
        var colon = text[Math.Max(0, text.Length - LongestBefore)..].LastIndexOf(':');
        if (colon < 0)
        {
            return "";
        }

        colon += Math.Max(0, text.Length - LongestBefore);
        var first = colon;
        while (first > 0 && colon - first < 2 && DateScanner.Digit(text[first - 1]) >= 0)
        {
            first--;
        }

        if (first == colon || (first > 0 && (DateScanner.Digit(text[first - 1]) >= 0 || text[first - 1] == ':')))
        {
            return "";
        }

        var time = Read(text, first, day, out var end);

        // A number between the time and the date means that the time belongs to something else.
        if (time.Length == 0 || text[Math.Min(text.Length, end)..].IndexOfAnyInRange('0', '9') >= 0)
        {
            return "";
        }

        start = first;
        return time;
    }

    private static string Read(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> day, out int length)
    {
        length = 0;
        var start = at;
        if (!Number(text, ref at, out var hour) || hour > 23)
        {
            return "";
        }

        var minute = 0;
        var second = -1;
        var hasMinutes = at + 1 < text.Length && text[at] is ':' or '.' or 'h' or '：' or '時' or '时' or '시' or 'H';
        if (hasMinutes)
        {
            at += text[at] == '시' && text[at + 1] == ' ' ? 2 : 1;
            if (!Number(text, ref at, out minute) || minute > 59)
            {
                return "";
            }

            if (at + 2 < text.Length && text[at] == ':' && DateScanner.Digit(text[at + 1]) >= 0)
            {
                at++;
                second = Number(text, ref at, out var read) && read < 60 ? read : -1;
                while (at + 1 < text.Length && text[at] is '.' && DateScanner.Digit(text[at + 1]) >= 0)
                {
                    at++;
                    while (at < text.Length && DateScanner.Digit(text[at]) >= 0)
                    {
                        at++;
                    }
                }
            }
        }

        var half = Half(text[Math.Max(0, start - 6)..start], text[at..Math.Min(text.Length, at + 8)], out var mark);
        if (!hasMinutes && (half == 0 || mark == 0))
        {
            // "Dec 19, 2023 4 min read" states no time.
            return "";
        }

        at += mark;
        hour = half > 0 && hour < 12 ? hour + 12 : half < 0 && hour == 12 ? 0 : hour;
        var rest = text[at..];
        var unit = rest.StartsWith(" Uhr") ? 4 : rest.StartsWith("Uhr") ? 3 : 0;
        var zone = ZoneNames.Read(rest[unit..], day, out var zoneLength);
        length = at + (zone is null ? 0 : unit + zoneLength);
        return Write(hour, minute, second, zone);
    }

    private static string Write(int hour, int minute, int second, int? zone)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}");
        if (second >= 0 || zone is not null)
        {
            time += string.Create(CultureInfo.InvariantCulture, $":{Math.Max(0, second):D2}");
        }

        return zone is { } offset
            ? time + string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:D2}:{Math.Abs(offset) % 60:D2}")
            : time;
    }

    /// <summary>1 for the afternoon, -1 for the morning, 0 when it is not said.</summary>
    private static int Half(ReadOnlySpan<char> before, ReadOnlySpan<char> after, out int length)
    {
        length = 0;
        var trimmed = after.TrimStart(" \u00A0\u202F");
        foreach (var (marks, half) in new[] { (Afternoon, 1), (Morning, -1) })
        {
            foreach (var mark in marks)
            {
                if (trimmed.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                {
                    length = after.Length - trimmed.Length + mark.Length;
                    length += length < after.Length && after[length] == '.' ? 1 : 0;
                    return half;
                }

                if (before.TrimEnd().EndsWith(mark, StringComparison.Ordinal) && !char.IsAsciiLetter(mark[0]))
                {
                    return half;
                }
            }
        }

        return 0;
    }

    private static bool Number(ReadOnlySpan<char> text, ref int at, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && at - start < 2 && DateScanner.Digit(text[at]) is >= 0 and var digit)
        {
            value = (value * 10) + digit;
            at++;
        }

        return at > start && (at >= text.Length || DateScanner.Digit(text[at]) < 0);
    }
}
