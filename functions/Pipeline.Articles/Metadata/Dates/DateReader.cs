using System.Globalization;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>Reads dates as exactly as they are stated: a day stays a day, a time zone is kept.</summary>
internal static class DateReader
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly string[] WithZone =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss zzz", "ddd MMM dd HH:mm:ss 'UTC' yyyy", "yyyy-MM-dd HH:mm:ss 'UTC'"];

    /// <summary>A machine-readable or a written date.</summary>
    /// <returns>"2025-10-11", "2025-10-11T00:14" or "2025-10-11T00:14:00+02:00"; null when the text is no plausible date, or one in the future.</returns>
    public static string? Read(string? raw, DateHints hints = default)
    {
        const int Longest = 80;
        if (string.IsNullOrWhiteSpace(raw) || raw.Length > Longest)
        {
            return null;
        }

        var text = raw.Trim();
        var value = ReadIso(text) ?? ReadInstant(text);
        return value is null ? DateScanner.Find(text, hints)?.Value : hints.IsFuture(value) ? null : value;
    }

    private static string? ReadInstant(string text)
    {
        if (text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix))
        {
            var instant = text.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(unix) : DateTimeOffset.FromUnixTimeSeconds(unix);
            return instant.Year is >= FirstYear and <= LastYear ? Write(instant) : null;
        }

        return DateTimeOffset.TryParseExact(text, WithZone, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? Write(parsed) : null;
    }

    private static string Write(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 and its common sloppy forms: "2023-12-22 22:20:00+0000", "20231222T2220Z", "2023-12-22T5:04Z".</summary>
    private static string? ReadIso(ReadOnlySpan<char> text)
    {
        var at = 0;
        if (!Number(text, ref at, 4, out var year))
        {
            return null;
        }

        var dashed = at < text.Length && text[at] is '-' or '/' or '.';
        at += dashed ? 1 : 0;
        if (!Number(text, ref at, 2, out var month) || (dashed && (at >= text.Length || text[at] is not ('-' or '/' or '.'))))
        {
            return null;
        }

        at += dashed ? 1 : 0;
        if (!Number(text, ref at, 2, out var day) || !IsDay(year, month, day) || (!dashed && at < text.Length && char.IsDigit(text[at])))
        {
            return null;
        }

        var date = $"{year:D4}-{month:D2}-{day:D2}";
        while (at < text.Length && text[at] is 'T' or ' ' or ',' or '-' or 't')
        {
            at++;
        }

        return at < text.Length && char.IsDigit(text[at]) ? date + ReadTime(text[at..]) : date;
    }

    /// <summary>"T22:20", "T22:20:00", with "+02:00" or "Z" as "+00:00"; empty when it is no time.</summary>
    internal static string ReadTime(ReadOnlySpan<char> text)
    {
        var at = 0;
        if (!Number(text, ref at, 2, out var hour) || at >= text.Length || text[at] is not (':' or '.' or 'h') || hour > 23)
        {
            return "";
        }

        at++;
        if (!Number(text, ref at, 2, out var minute) || minute > 59)
        {
            return "";
        }

        var time = $"T{hour:D2}:{minute:D2}";
        var second = 0;
        if (at + 1 < text.Length && text[at] == ':')
        {
            at++;
            if (!Number(text, ref at, 2, out second) || second > 59)
            {
                return time;
            }

            if (at < text.Length && text[at] == '.')
            {
                at++;
                while (at < text.Length && char.IsDigit(text[at]))
                {
                    at++;
                }
            }

            time += $":{second:D2}";
        }

        return time + ReadZone(text[at..].TrimStart(), time.Length < 8);
    }

    private static string ReadZone(ReadOnlySpan<char> text, bool addSeconds)
    {
        var seconds = addSeconds ? ":00" : "";
        if (text.StartsWith("Z", StringComparison.OrdinalIgnoreCase) || text.StartsWith("UTC") || text.StartsWith("GMT"))
        {
            return seconds + "+00:00";
        }

        if (text.Length < 3 || text[0] is not ('+' or '-'))
        {
            return "";
        }

        var at = 1;
        if (!Number(text, ref at, 2, out var hours) || hours > 14)
        {
            return "";
        }

        at += at < text.Length && text[at] == ':' ? 1 : 0;
        var minutes = Number(text, ref at, 2, out var read) && read < 60 ? read : 0;
        return $"{seconds}{text[0]}{hours:D2}:{minutes:D2}";
    }

    /// <summary>True of days that a news article may be from; the zero of clocks is none.</summary>
    internal static bool IsDay(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
        && (year, month, day) is not ((1970, 1, 1) or (1900, 1, 1));

    private static bool Number(ReadOnlySpan<char> text, ref int at, int digits, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && at - start < digits && char.IsAsciiDigit(text[at]))
        {
            value = (value * 10) + (text[at++] - '0');
        }

        return digits == 4 ? at - start == 4 : at > start;
    }
}
