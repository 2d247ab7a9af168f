namespace Pipeline.Articles.Metadata.Dates;

/// <summary>What helps to read a date that can be read in more than one way.</summary>
/// <param name="Language">Primary language subtag of the text, or null; some names of months differ between languages.</param>
/// <param name="MonthFirst">True where 12/05/2025 is the fifth of December.</param>
/// <param name="Latest">No article is from later than this: the instant at which it was received, or null when it is unknown.</param>
internal readonly record struct DateHints(string? Language = null, bool MonthFirst = false, DateTimeOffset? Latest = null)
{
    /// <summary>
    /// True when a date lies after <see cref="Latest"/>. A local time without zone is given the fourteen hours by which the
    /// farthest zone is ahead, a clock that goes wrong ten minutes.
    /// </summary>
    public bool IsFuture(string value)
    {
        if (Latest is not { } latest)
        {
            return false;
        }

        var hasZone = value.Length > 16 && value.AsSpan(16).IndexOfAny('+', '-') >= 0;
        return DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var instant)
            && instant > latest + (hasZone ? TimeSpan.FromMinutes(10) : TimeSpan.FromHours(14));
    }
}
