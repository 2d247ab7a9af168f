using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Metadata.Authors;

namespace Pipeline.Articles.Metadata;

/// <summary>The place and agency that an article's first paragraph begins with: "KYIV, Ukraine (AP) — ", "LONDON, Oct 11 (Reuters) - ".</summary>
/// <param name="Place">Where it was filed; null when only an agency stands there.</param>
/// <param name="Agency">The agency in brackets; null when there is none.</param>
/// <param name="Raw">The words as they stand in the text.</param>
internal sealed record Dateline(string? Place, string? Agency, string Raw)
{
    private const int Longest = 70;

    private static readonly string[] Marks = [" — ", " – ", " - ", " -- ", "— ", "—"];

    public static Dateline? Find(BlockView view, string?[] verdicts)
    {
        var first = Array.FindIndex(verdicts, verdict => verdict is null);
        for (var i = first; i >= 0 && i < Math.Min(verdicts.Length, first + 3); i++)
        {
            if (verdicts[i] is null && view.IsProse(i))
            {
                return Read(view.Text(i));
            }
        }

        return null;
    }

    internal static Dateline? Read(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, Longest)];
        if (OfChina(head) is { } chinese)
        {
            return chinese;
        }

        foreach (var mark in Marks)
        {
            if (head.IndexOf(mark) is > 2 and var at && Of(head[..at].Trim()) is { } dateline)
            {
                return dateline;
            }
        }

        return null;
    }

    private static Dateline? Of(ReadOnlySpan<char> head)
    {
        var open = head.LastIndexOf('(');
        var agency = open >= 0 && head[^1] == ')' ? head[(open + 1)..^1].Trim().ToString() : null;
        var place = (open >= 0 ? head[..open] : head).Trim();
        var comma = place.IndexOf(',');

        // The day behind the place ("LONDON, Oct 11") is no part of it; a country is.
        var digit = place.IndexOfAnyInRange('0', '9');
        place = digit > 0 ? place[..(place[..digit].LastIndexOf(',') is > 0 and var last ? last : digit)] : place;
        place = place.Trim(" .,");
        var city = comma > 0 ? place[..Math.Min(place.Length, comma)] : place;
        var isCapitals = city.Length >= 2 && city.IndexOfAnyInRange('a', 'z') < 0 && char.IsUpper(city[0]);
        var isKnown = agency is not null && (AuthorWords.Agencies.Contains(agency) || (agency.Length <= 12 && agency.Any(char.IsUpper) && !agency.Any(char.IsDigit)));
        return (!isCapitals && !isKnown) || head.ContainsAny(".!?;\"") && !isKnown || place.Count(' ') > 5 || (place.Length > 0 && !char.IsUpper(place[0]))
            ? null
            : new Dateline(place.Length > 0 ? place.ToString() : null, isKnown ? agency : null, head.ToString());
    }

    /// <summary>新华社北京10月11日电, (서울=연합뉴스).</summary>
    private static Dateline? OfChina(ReadOnlySpan<char> head)
    {
        var end = head.IndexOf('电') is > 4 and < 24 and var wire ? wire : head.IndexOf('電') is > 4 and < 24 and var wired ? wired : -1;
        if (end > 0)
        {
            foreach (var agency in new[] { "新华社", "新華社", "中新社", "中新网", "中央社" })
            {
                if (head.StartsWith(agency) && head.IndexOfAnyInRange('0', '9') is var digit && digit > agency.Length && digit < end)
                {
                    return new Dateline(head[agency.Length..digit].ToString(), agency, head[..(end + 1)].ToString());
                }
            }
        }

        var equal = head.IndexOf('=');
        var close = head.IndexOf(')');
        return head[0] == '(' && equal > 1 && close > equal && close < 24 ? new Dateline(head[1..equal].ToString(), head[(equal + 1)..close].ToString(), head[..(close + 1)].ToString()) : null;
    }
}
