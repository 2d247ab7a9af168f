using System.Globalization;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>
/// Gives an instant that a machine wrote, mostly in UTC, the time zone of its publisher, where the page shows the same instant as
/// a local time: 04:00Z on the 22nd is "Dec. 21, 11:00 pm" in New York, and for its readers the article is from the 21st.
/// </summary>
internal static class LocalOffset
{
    private const string Local = "yyyy-MM-dd'T'HH:mm";

    /// <returns>The same instant with the publisher's offset, or the date as it was when the two are not the same instant.</returns>
    public static SourcedDate Apply(SourcedDate stated, SourcedDate? shown)
    {
        if (shown is not { Value.Length: >= 16 } || stated.Value.Length < 20
            || !DateTimeOffset.TryParse(stated.Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            || !DateTime.TryParseExact(shown.Value.AsSpan(0, 16), Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return stated;
        }

        // Zones are whole quarters of an hour; the shown time lacks seconds and may be rounded up.
        const int Quarter = 15;
        const int Farthest = 14 * 60;
        var minutes = (local - instant.UtcDateTime.AddSeconds(-instant.Second)).TotalMinutes;
        var quarters = (int)Math.Round(minutes / Quarter) * Quarter;
        return Math.Abs(minutes - quarters) > 1 || Math.Abs(quarters) > Farthest || quarters == instant.Offset.TotalMinutes
            ? stated
            : stated with { Value = instant.ToOffset(TimeSpan.FromMinutes(quarters)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) };
    }
}
