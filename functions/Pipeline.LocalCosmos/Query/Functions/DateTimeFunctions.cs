using Pipeline.LocalCosmos.Query.Binding;
using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Functions;

/// <summary>Arithmetic on date and time strings. What cannot be read, or leaves the years 1 to 9999, is undefined.</summary>
internal static class DateTimeFunctions
{
    public static void Register(FunctionTable table)
    {
        table.Add("DATETIMEADD", 3, 3, Add);
        table.Add("DATETIMEDIFF", 3, 3, Difference);
        table.Add("DATETIMEPART", Part);
        table.Add("DATETIMEBIN", 2, 4, Bin);
        table.Add("DATETIMEFROMPARTS", 3, 7, FromParts);
        table.Add("DATETIMETOTICKS", value => Read(value, out var time) ? Value.Of((double)DateTimeText.Ticks(time)) : Value.Undefined);
        table.Add("DATETIMETOTIMESTAMP", value => Read(value, out var time) ? Value.Of((double)time.ToUnixTimeMilliseconds()) : Value.Undefined);
        table.Add("TICKSTODATETIME", value => FromTicks(value, 1));
        table.Add("TIMESTAMPTODATETIME", value => FromTicks(value, TimeSpan.TicksPerMillisecond));
    }

    private static bool Read(in Value value, out DateTimeOffset time)
    {
        time = default;
        return value.TryString(out var text) && DateTimeText.TryParse(text, out time);
    }

    private static bool ReadUnit(in Value value, out DateTimeUnit unit)
    {
        unit = default;
        return value.TryString(out var text) && DateTimeUnits.TryParse(text, out unit);
    }

    private static Value Made(Func<DateTimeOffset> make)
    {
        try
        {
            return Value.Of(DateTimeText.Format(make()));
        }
        catch (ArgumentOutOfRangeException)
        {
            // Outside of the calendar: undefined, as documented.
            return Value.Undefined;
        }
    }

    private static Value FromTicks(Value value, long ticks)
    {
        if (!value.TryInteger(out var count) || Math.Abs((double)count * ticks) > 4e18) return Value.Undefined;
        return Made(() => DateTimeOffset.UnixEpoch.AddTicks(count * ticks));
    }

    private static Value Add(ReadOnlySpan<Value> arguments, Frame frame)
    {
        if (!ReadUnit(arguments[0], out var unit) || !arguments[1].TryInteger(out var count) || !Read(arguments[2], out var time))
            return Value.Undefined;
        if (Math.Abs((double)count * Math.Max(1, DateTimeUnits.Ticks(unit))) > 4e18) return Value.Undefined;
        if (unit is DateTimeUnit.Year or DateTimeUnit.Month && Math.Abs((double)count) > 120_000) return Value.Undefined;
        return unit switch
        {
            DateTimeUnit.Year => Made(() => time.AddYears((int)count)),
            DateTimeUnit.Month => Made(() => time.AddMonths((int)count)),
            DateTimeUnit.Nanosecond => Made(() => time.AddTicks(count / 100)),
            DateTimeUnit.Weekday => Value.Undefined,
            _ => Made(() => time.AddTicks(count * DateTimeUnits.Ticks(unit))),
        };
    }

    /// <summary>The number of boundaries of the unit that lie between, so 23:59 to 00:01 is one day.</summary>
    private static Value Difference(ReadOnlySpan<Value> arguments, Frame frame)
    {
        if (!ReadUnit(arguments[0], out var unit) || !Read(arguments[1], out var from) || !Read(arguments[2], out var to)) return Value.Undefined;
        return unit switch
        {
            DateTimeUnit.Year => Value.Of((double)(to.Year - from.Year)),
            DateTimeUnit.Month => Value.Of((to.Year - from.Year) * 12.0 + to.Month - from.Month),
            DateTimeUnit.Nanosecond => Value.Of((to.UtcTicks - from.UtcTicks) * 100.0),
            DateTimeUnit.Weekday => Value.Undefined,
            _ => Value.Of((double)(to.UtcTicks / DateTimeUnits.Ticks(unit) - from.UtcTicks / DateTimeUnits.Ticks(unit))),
        };
    }

    private static Value Part(Value unitValue, Value value)
    {
        if (!ReadUnit(unitValue, out var unit) || !Read(value, out var time)) return Value.Undefined;
        var fraction = time.UtcTicks % TimeSpan.TicksPerSecond;
        return Value.Of(unit switch
        {
            DateTimeUnit.Year => time.Year,
            DateTimeUnit.Month => time.Month,
            DateTimeUnit.Day => time.Day,
            DateTimeUnit.Hour => time.Hour,
            DateTimeUnit.Minute => time.Minute,
            DateTimeUnit.Second => time.Second,
            DateTimeUnit.Millisecond => fraction / TimeSpan.TicksPerMillisecond,
            DateTimeUnit.Microsecond => fraction / TimeSpan.TicksPerMicrosecond,
            DateTimeUnit.Nanosecond => fraction * 100.0,
            _ => (double)time.DayOfWeek + 1,
        });
    }

    private static Value Bin(ReadOnlySpan<Value> arguments, Frame frame)
    {
        if (!Read(arguments[0], out var time) || !ReadUnit(arguments[1], out var unit)) return Value.Undefined;
        var (size, origin) = (1L, DateTimeOffset.UnixEpoch);
        if (arguments.Length > 2 && (!arguments[2].TryInteger(out size) || size <= 0)) return Value.Undefined;
        if (arguments.Length > 3 && !Read(arguments[3], out origin)) return Value.Undefined;
        var ticks = DateTimeUnits.Ticks(unit);
        if (ticks == 0) throw new QueryException($"DateTimeBin by {unit} is not supported.");
        if ((double)size * ticks > 4e18) return Value.Undefined;
        var distance = time.UtcTicks - origin.UtcTicks;
        var remainder = (distance % (size * ticks) + (size * ticks)) % (size * ticks);
        return Made(() => time.AddTicks(-remainder));
    }

    private static Value FromParts(ReadOnlySpan<Value> arguments, Frame frame)
    {
        var parts = new int[7];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].TryInteger(out var part) || part is < 0 or > 9_999_999) return Value.Undefined;
            parts[i] = (int)part;
        }
        return Made(() => new DateTimeOffset(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], TimeSpan.Zero).AddTicks(parts[6]));
    }
}
