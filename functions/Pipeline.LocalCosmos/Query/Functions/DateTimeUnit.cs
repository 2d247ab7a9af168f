namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>The parts of a date and time that DateTimeAdd, DateTimeDiff, DateTimePart and DateTimeBin count in.</summary>
internal enum DateTimeUnit
{
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
    Microsecond,
    Nanosecond,
    Weekday,
}

internal static class DateTimeUnits
{
    public static bool TryParse(string text, out DateTimeUnit unit)
    {
        DateTimeUnit? found = text.ToLowerInvariant() switch
        {
            "year" or "yyyy" or "yy" => DateTimeUnit.Year,
            "month" or "mm" or "m" => DateTimeUnit.Month,
            "day" or "dd" or "d" => DateTimeUnit.Day,
            "hour" or "hh" => DateTimeUnit.Hour,
            "minute" or "mi" or "n" => DateTimeUnit.Minute,
            "second" or "ss" or "s" => DateTimeUnit.Second,
            "millisecond" or "ms" => DateTimeUnit.Millisecond,
            "microsecond" or "mcs" => DateTimeUnit.Microsecond,
            "nanosecond" or "ns" => DateTimeUnit.Nanosecond,
            "weekday" or "dw" or "w" => DateTimeUnit.Weekday,
            _ => null,
        };
        unit = found ?? default;
        return found is not null;
    }

    /// <summary>Ticks of 100 ns in a unit of fixed length; 0 for years, months, weekdays and nanoseconds.</summary>
    public static long Ticks(DateTimeUnit unit) => unit switch
    {
        DateTimeUnit.Day => TimeSpan.TicksPerDay,
        DateTimeUnit.Hour => TimeSpan.TicksPerHour,
        DateTimeUnit.Minute => TimeSpan.TicksPerMinute,
        DateTimeUnit.Second => TimeSpan.TicksPerSecond,
        DateTimeUnit.Millisecond => TimeSpan.TicksPerMillisecond,
        DateTimeUnit.Microsecond => TimeSpan.TicksPerMicrosecond,
        _ => 0,
    };
}
