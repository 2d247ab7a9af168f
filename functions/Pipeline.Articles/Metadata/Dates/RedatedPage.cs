using System.Globalization;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>
/// Tells where a page gives its article another day than its markup does: the markup holds the day on which the page was built anew,
/// or the article was brought up to date and given a new day.
/// </summary>
internal static class RedatedPage
{
    /// <param name="stated">The publication as the markup states it.</param>
    /// <param name="others">Further dates of the markup.</param>
    /// <returns>The date shown at the title; null where the markup's own is shown as well, or nothing bears the later one out.</returns>
    public static SourcedDate? Find(SourcedDate stated, ShownDates shown, Func<IEnumerable<SourcedDate>> others)
    {
        if (stated.Source == "given" || shown.AtTitle is not [var first, ..] || shown.AtTitle.Exists(date => DayOf(date) == DayOf(stated)))
        {
            return null;
        }

        // A day later may be the same instant in another time zone, or tomorrow's printed paper.
        var later = DayOf(first).DayNumber - DayOf(stated).DayNumber;
        return later < 0 || (later > 1 && others().Any(date => DayOf(date) == DayOf(first))) ? first : null;
    }

    private static DateOnly DayOf(SourcedDate date) => DateOnly.ParseExact(date.Value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
