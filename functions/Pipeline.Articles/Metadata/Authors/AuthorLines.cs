using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Metadata.Dates;

namespace Pipeline.Articles.Metadata.Authors;

/// <summary>Finds bylines among the lines near the head: "By Jane Doe", "By" and the name on the next line, a name beside a date.</summary>
internal static class AuthorLines
{
    private const int LongestByline = 20;

    public static List<string> Find(BlockView view, string?[] verdicts, HeaderZone zone, int titleBlock)
    {
        var texts = new List<string>();
        for (var i = zone.First; i < zone.End; i++)
        {
            if (view.Facts[i].Words is > 0 and <= LongestByline && i != titleBlock && !(verdicts[i] is null && view.IsProse(i)))
            {
                Add(view, i, zone, texts);
            }
        }

        return texts.Count > 0 ? texts : Alone(view, verdicts, zone, titleBlock);
    }

    private static void Add(BlockView view, int i, HeaderZone zone, List<string> texts)
    {
        var text = view.Text(i);
        if (AuthorNames.StartsWithBy(text) && Names(text.ToString()) is { } names)
        {
            texts.Add(names);
        }
        else if (IsBareBy(text) && i + 1 < zone.End && Names(view.Text(i + 1).ToString()) is { } next)
        {
            texts.Add(next);
        }
        else if (text.IndexOf(" by ") is > 0 and var by && view.Facts[i].Digits >= 4 && DateScanner.Find(text[..by]) is not null && Names(text[(by + 1)..].ToString()) is { } last)
        {
            // "Dec 19, 2023 by News Staff".
            texts.Add(last);
        }
    }

    private static bool IsBareBy(ReadOnlySpan<char> text) =>
        text.TrimEnd(" :—-") is var word && (word.Equals("by", StringComparison.OrdinalIgnoreCase) || word.Equals("written by", StringComparison.OrdinalIgnoreCase)
            || word.Equals("commentary by", StringComparison.OrdinalIgnoreCase) || word.Equals("von", StringComparison.OrdinalIgnoreCase) || word.Equals("por", StringComparison.OrdinalIgnoreCase) || word.Equals("par", StringComparison.OrdinalIgnoreCase));

    /// <summary>A line that is a person's name and nothing else, or a name before a date, beside a date or another line of the head.</summary>
    private static List<string> Alone(BlockView view, string?[] verdicts, HeaderZone zone, int titleBlock)
    {
        for (var i = Math.Max(zone.First, titleBlock + 1); i < zone.End; i++)
        {
            var text = view.Text(i);
            if (view.Facts[i].Words is < 2 or > LongestByline || verdicts[i] is "navigation" or "footer" or "links" or "menu-line" or "caption" or "image-credit")
            {
                continue;
            }

            // What was taken out may be a byline by its place alone; what was kept only right beside a date.
            var isBeside = HasDate(view, i) || HasDate(view, i + 1) || (i > 0 && HasDate(view, i - 1));
            var isLine = isBeside || (verdicts[i] is not null && (HasDate(view, i + 2) || i <= titleBlock + 2));
            if (isLine && AuthorNames.Split(text.ToString()) is { Count: > 0 } names && names.TrueForAll(AuthorNames.IsPersonLike))
            {
                return [text.ToString()];
            }
        }

        return [];
    }

    private static bool HasDate(BlockView view, int i) =>
        i < view.Count && view.Facts[i] is { Digits: >= 4, Words: <= LongestByline } && DateScanner.Find(view.Text(i)) is not null;

    private static string? Names(string text) => AuthorNames.Split(text) is { Count: > 0 } ? text : null;
}
