namespace Pipeline.Articles.Entities.Patterns;

/// <summary>Everything that has a written form: web addresses, telephone numbers, times, quantities.</summary>
internal static class PatternRules
{
    // web and phone from the characters -> times and quantities from the tokens -> overlaps: the earlier kind stays
    public static List<PatternMatch> Find(TokenLine line)
    {
        var found = new List<PatternMatch>();
        WebPatterns.Find(line.Text, found);
        PhonePatterns.Find(line.Text, found);
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        var strings = found.Count;
        var next = 0;
        for (var at = 0; at < line.Count;)
        {
            while (next < strings && found[next].End <= line.Tokens[at].Start)
                next++;
            if (next < strings && found[next].Start < line.Tokens[at].End)
            {
                at++;
                continue;
            }
            var before = found.Count;
            var end = TimePatterns.Find(line, at, found);
            if (end == at)
                end = QuantityPatterns.Find(line, at, found);
            if (found.Count > before && next < strings && found[^1].End > found[next].Start)
                found.RemoveAt(found.Count - 1);
            at = Math.Max(end, at + 1);
        }
        return WithoutOverlaps(found);
    }

    private static List<PatternMatch> WithoutOverlaps(List<PatternMatch> found)
    {
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var kept = new List<PatternMatch>(found.Count);
        foreach (var match in found)
        {
            if (kept.Count == 0 || match.Start >= kept[^1].End)
                kept.Add(match);
        }
        return kept;
    }
}
