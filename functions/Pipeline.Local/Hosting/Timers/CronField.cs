using System.Globalization;
using System.Numerics;

namespace Pipeline.Local.Hosting.Timers;

/// <summary>One field of a schedule as a set of numbers below 64: "*", "5", "1-5", "*/10", "1-30/2", names, and lists of these.</summary>
internal static class CronField
{
    /// <exception cref="FormatException">The field breaks the rules; the message says how.</exception>
    public static ulong Parse(string field, int least, int most, IReadOnlyList<string> names)
    {
        var set = 0UL;
        foreach (var part in field.Split(','))
        {
            var slash = part.Split('/');
            var step = slash.Length switch
            {
                1 => 1,
                2 when int.TryParse(slash[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 => given,
                _ => throw Wrong(part, least, most),
            };
            var (from, to) = Range(slash[0], slash.Length == 2, least, most, names);
            for (var value = from; value <= to; value += step)
            {
                set |= 1UL << value;
            }
        }

        return set;
    }

    /// <returns>The least member that is not below <paramref name="from"/>; -1 when there is none.</returns>
    public static int Next(ulong set, int from)
    {
        var rest = from < 64 ? set >> from << from : 0;
        return rest == 0 ? -1 : BitOperations.TrailingZeroCount(rest);
    }

    private static (int From, int To) Range(string text, bool stepped, int least, int most, IReadOnlyList<string> names)
    {
        if (text == "*")
        {
            return (least, most);
        }

        var ends = text.Split('-');
        if (ends.Length > 2)
        {
            throw Wrong(text, least, most);
        }

        var from = Number(ends[0], least, most, names);
        var to = ends.Length == 2 ? Number(ends[1], least, most, names) : stepped ? most : from;
        return from <= to ? (from, to) : throw Wrong(text, least, most);
    }

    private static int Number(string text, int least, int most, IReadOnlyList<string> names)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (text.Equals(names[index], StringComparison.OrdinalIgnoreCase))
            {
                return index + least;
            }
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Wrong(text, least, most);
    }

    private static FormatException Wrong(string part, int least, int most) =>
        new($"'{part}' is no value, range or step from {least} to {most}.");
}
