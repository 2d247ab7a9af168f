using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Metadata.Dates;

/// <summary>The dates that a page or a text shows to its readers.</summary>
internal sealed class ShownDates
{
    private const int LongestLine = 24;
    private const int FewestDigits = 3;
    private const int LongestBareDate = 4;

    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create(" \t:|-–·•");

    /// <summary>A date near the head that says, or lets one think, that it is the day of publication.</summary>
    public SourcedDate? Published { get; private set; }

    /// <summary>A date near the head that says that it is of a change.</summary>
    public SourcedDate? Modified { get; private set; }

    /// <summary>True where the words before <see cref="Published"/> say what it is.</summary>
    public bool IsLabelled { get; private set; }

    /// <summary>
    /// The dates right above the title and below it that say, or let one think, that they are of the publication; those that say so first.
    /// </summary>
    public List<SourcedDate> AtTitle { get; } = [];

    public static ShownDates Near(BlockView view, string?[] verdicts, HeaderZone zone, DateHints hints)
    {
        var shown = new ShownDates();
        for (var i = zone.First; i < zone.End; i++)
        {
            if (IsDateLine(view, verdicts, i))
            {
                shown.Add(view, i, hints, IsAtTitle(view, verdicts, zone, i));
            }
        }

        return shown;
    }

    /// <summary>A short removed line anywhere that states a date: first those that say that they do, then the stamp of a view count, then any.</summary>
    public static SourcedDate? Anywhere(BlockView view, string?[] verdicts, DateHints hints)
    {
        SourcedDate? any = null;
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is null or "calendar" or "copyright" || !IsDateLine(view, verdicts, i) || DateScanner.Find(view.Text(i), hints) is not { } found)
            {
                continue;
            }

            var role = DateWords.RoleOf(Before(view, i, view.Text(i).IndexOf(found.Raw)));
            var date = new SourcedDate(found.Value, "text", found.Raw);
            if (role == DateRole.Published || verdicts[i] == "view-count" || (role == DateRole.Unsaid && (view.Phrases[i] & PhraseKind.Updated) != 0))
            {
                return date;
            }

            any ??= role == DateRole.Other ? null : date;
        }

        return any;
    }

    private void Add(BlockView view, int block, DateHints hints, bool isAtTitle)
    {
        var text = view.Text(block);
        var from = 0;
        foreach (var date in DateScanner.FindAll(text, hints))
        {
            var role = DateWords.RoleOf(from == 0 ? Before(view, block, date.Start) : text[from..date.Start]);
            var sourced = new SourcedDate(date.Value, "text", text[date.Start..date.End].ToString());
            from = date.End;
            if (isAtTitle && role is (DateRole.Published or DateRole.Unsaid))
            {
                AtTitle.Insert(role == DateRole.Published ? 0 : AtTitle.Count, sourced);
            }

            if (role == DateRole.Modified)
            {
                Modified ??= sourced;
            }
            else if (role == DateRole.Published && !IsLabelled)
            {
                (Published, IsLabelled) = (sourced, true);
            }
            else if (role == DateRole.Unsaid)
            {
                Published ??= sourced;
            }
        }
    }

    /// <summary>The words before a date on its line, or the short line before it: "Updated" may stand by itself.</summary>
    private static ReadOnlySpan<char> Before(BlockView view, int block, int start)
    {
        const int LongestLabel = 3;
        var before = view.Text(block)[..Math.Max(0, start)];
        return before.ContainsAnyExcept(Joints) || block == 0 || view.Facts[block - 1].Words is 0 or > LongestLabel ? before : view.Text(block - 1);
    }

    /// <summary>Neither what stands far above the title, such as the day of the visit, nor a sentence that names a day.</summary>
    private static bool IsAtTitle(BlockView view, string?[] verdicts, HeaderZone zone, int i) =>
        i >= zone.Title - 1 && verdicts[i] is not ("hidden" or "links") && !view.Facts[i].EndsSentence
        && (verdicts[i] is not null || view.Facts[i].Words <= LongestBareDate);

    private static bool IsDateLine(BlockView view, string?[] verdicts, int i) =>
        view.Facts[i].Words <= LongestLine && view.Facts[i].Digits >= FewestDigits && verdicts[i] is not ("caption" or "image-credit" or "title")
        && !(verdicts[i] is null && view.Facts[i].EndsSentence && view.Facts[i].Words > LongestLine / 2);
}
