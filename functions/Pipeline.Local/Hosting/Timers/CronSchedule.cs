namespace Pipeline.Local.Hosting.Timers;

/// <summary>
/// An NCRONTAB expression of six fields: second, minute, hour, day of the month, month, day of the week. Times are UTC, as
/// on the Flex Consumption plan. A day counts when both of its fields allow it, as NCrontab has it.
/// </summary>
internal sealed class CronSchedule
{
    // 29 February on a given weekday comes every 28 years, and once every 40 around a year 2100.
    private const int FarthestYears = 41;

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly ulong _seconds;
    private readonly ulong _minutes;
    private readonly ulong _hours;
    private readonly ulong _days;
    private readonly ulong _months;
    private readonly ulong _weekdays;

    private CronSchedule(string[] fields)
    {
        _seconds = CronField.Parse(fields[0], 0, 59, []);
        _minutes = CronField.Parse(fields[1], 0, 59, []);
        _hours = CronField.Parse(fields[2], 0, 23, []);
        _days = CronField.Parse(fields[3], 1, 31, []);
        _months = CronField.Parse(fields[4], 1, 12, Months);
        _weekdays = CronField.Parse(fields[5], 0, 6, Weekdays);
    }

    /// <exception cref="FormatException">The expression breaks the rules; the message says where.</exception>
    public static CronSchedule Parse(string expression)
    {
        var fields = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 6
            ? new CronSchedule(fields)
            : throw new FormatException($"A schedule has six fields, seconds first; '{expression}' has {fields.Length}.");
    }

    /// <returns>The first time after <paramref name="time"/>; null when there is none (31 February).</returns>
    public DateTime? Next(DateTime time)
    {
        var next = new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        for (var last = next.Year + FarthestYears; next.Year <= last;)
        {
            // From the largest unit down: what does not fit moves on to the start of the next larger unit.
            if (!Has(_months, next.Month))
            {
                next = new DateTime(next.Year, next.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);
            }
            else if (!Has(_days, next.Day) || !Has(_weekdays, (int)next.DayOfWeek))
            {
                next = next.Date.AddDays(1);
            }
            else if (!Has(_hours, next.Hour))
            {
                next = Forward(next.Date, _hours, next.Hour, TimeSpan.TicksPerHour, 24);
            }
            else if (!Has(_minutes, next.Minute))
            {
                next = Forward(next.Date.AddHours(next.Hour), _minutes, next.Minute, TimeSpan.TicksPerMinute, 60);
            }
            else if (!Has(_seconds, next.Second))
            {
                var minute = next.Date.AddMinutes((next.Hour * 60) + next.Minute);
                next = Forward(minute, _seconds, next.Second, TimeSpan.TicksPerSecond, 60);
            }
            else
            {
                return next;
            }
        }

        return null;
    }

    private static bool Has(ulong set, int value) => (set >> value & 1) == 1;

    private static DateTime Forward(DateTime start, ulong set, int from, long unit, int count)
    {
        var value = CronField.Next(set, from);
        return start.AddTicks((value < 0 ? count : value) * unit);
    }
}
