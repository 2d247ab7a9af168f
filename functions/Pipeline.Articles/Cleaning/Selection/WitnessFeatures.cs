using Pipeline.Articles.Cleaning.Learning;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Cleaning.Selection;

/// <summary>
/// What the page's own metadata says of a block: whether it is the summary, and whether it stands in JSON-LD's articleBody. Both may be
/// cut or be of another text, so they are features and no rules.
/// </summary>
internal static class WitnessFeatures
{
    private const int Beginning = 36;

    public static void Add(FeatureTable table, BlockView view, PageFacts facts)
    {
        AddSummary(table, view, facts);
        AddBody(table, view, facts);
    }

    private static void AddSummary(FeatureTable table, BlockView view, PageFacts facts)
    {
        var whole = new HashSet<ulong>();
        var beginnings = new HashSet<ulong>();
        foreach (var summary in Summaries(facts))
        {
            Note(summary);
        }

        var isWhole = table.Add();
        var beginsAlike = table.Add();
        for (var i = 0; whole.Count > 0 && i < isWhole.Length; i++)
        {
            isWhole[i] = view.Facts[i].Words >= 4 && whole.Contains(TextHash.Folded(view.Text(i))) ? 1 : 0;
            beginsAlike[i] = BeginningOf(view.Text(i)) is { } beginning && beginnings.Contains(beginning) ? 1 : 0;
        }

        void Note(string text)
        {
            whole.Add(TextHash.Folded(text));
            if (BeginningOf(text) is { } beginning)
            {
                beginnings.Add(beginning);
            }
        }
    }

    /// <summary>The page's descriptions of itself.</summary>
    public static IEnumerable<string> Summaries(PageFacts facts)
    {
        string?[] summaries = [facts.First("description"), facts.First("og:description"), facts.First("twitter:description"), .. facts.LinkedData.Select(d => d.Description)];
        return summaries.OfType<string>();
    }

    /// <summary>A hash of the first letters and digits; null when there are too few.</summary>
    public static ulong? BeginningOf(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[Beginning];
        return Begin(text, letters) ? TextHash.Folded(letters) : null;
    }

    /// <summary>The first letters and digits; false when there are too few.</summary>
    private static bool Begin(ReadOnlySpan<char> text, Span<char> letters)
    {
        var count = 0;
        for (var i = 0; i < text.Length && count < letters.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                letters[count++] = text[i];
            }
        }

        return count == letters.Length;
    }

    private static void AddBody(FeatureTable table, BlockView view, PageFacts facts)
    {
        const int Shortest = 200;
        const int Far = 40;
        var stands = table.Add();
        var shown = table.Add();
        var share = table.Add();
        var fromFirst = table.Add();
        var toLast = table.Add();
        var body = facts.LinkedData.Where(d => d.Body is not null).Select(d => d.Body!).MaxBy(b => b.Length) ?? "";
        if (body.Length < Shortest)
        {
            stands.Fill(-1);
            shown.Fill(-1);
            share.Fill(-1);
            return;
        }

        var (first, last) = (-1, -1);
        var (characters, prose, allProse) = (0f, 0f, 1f);
        for (var i = 0; i < stands.Length; i++)
        {
            var words = view.IsProse(i) ? view.Facts[i].Words : 0;
            allProse += words;
            if (Stands(view.Text(i), body))
            {
                stands[i] = 1;
                characters += view.Facts[i].Length;
                prose += words;
                first = words > 0 && first < 0 ? i : first;
                last = words > 0 ? i : last;
            }
        }

        shown.Fill(characters / body.Length);
        share.Fill(prose / allProse);
        for (var i = 0; first >= 0 && i < stands.Length; i++)
        {
            fromFirst[i] = Math.Clamp(i - first, -Far, Far);
            toLast[i] = Math.Clamp(last - i, -Far, Far);
        }
    }

    /// <summary>True when the block's middle or its beginning stands in the body, which may be cut or marked up otherwise.</summary>
    public static bool Stands(ReadOnlySpan<char> text, string body)
    {
        const int Probe = 40;
        var middle = text.Length <= Probe ? text : text.Slice((text.Length - Probe) / 2, Probe);
        return text.Length >= 4 && (body.AsSpan().Contains(middle, StringComparison.Ordinal) || body.AsSpan().Contains(text[..Math.Min(text.Length, Probe / 2)], StringComparison.Ordinal));
    }
}
