namespace Pipeline.Articles.KeyPhrases;

/// <summary>Noun phrases: adjectives and nouns in a row that end in a noun.</summary>
internal static class PhraseCandidates
{
    /// <summary>A longer row is a list or a headline: its last words are its head.</summary>
    private const int LongestPhrase = 4;

    /// <param name="text">The text.</param>
    /// <param name="units">Its units.</param>
    /// <param name="words">Compared form of each unit.</param>
    /// <param name="single">Whether each noun of a phrase is a candidate too.</param>
    public static Dictionary<string, PhraseCandidate> Of(string text, List<PhraseUnit> units, string[] words, bool single)
    {
        var candidates = new Dictionary<string, PhraseCandidate>(StringComparer.Ordinal);
        for (var start = 0; start < units.Count;)
        {
            if (!units[start].IsNominal)
            {
                start++;
                continue;
            }
            var end = start + 1;
            while (end < units.Count && units[end].IsNominal && !units[end].Opens)
                end++;
            var next = end;
            while (end > start && !units[end - 1].IsNoun)
                end--;
            while (start < end && units[start].Stop)
                start++;
            start = Math.Max(start, end - LongestPhrase);
            if (end > start)
                Add(candidates, text, units, words, start, end, true);
            for (var at = start; single && end - start > 1 && at < end; at++)
            {
                if (units[at].IsNoun)
                    Add(candidates, text, units, words, at, at + 1, false);
            }
            start = next;
        }
        return candidates;
    }

    private static void Add(
        Dictionary<string, PhraseCandidate> candidates, string text, List<PhraseUnit> units, string[] words, int start, int end, bool whole)
    {
        var key = end - start == 1 ? words[start] : string.Join(' ', words, start, end - start);
        if (key.Length < 3 && key.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F') < 0)
            return;
        if (!candidates.TryGetValue(key, out var candidate))
        {
            candidates.Add(key, candidate = new PhraseCandidate
            {
                Text = text[units[start].Start..units[end - 1].End].ReplaceLineEndings(" "),
                Words = words[start..end],
                First = start,
            });
        }
        candidate.Count++;
        candidate.Whole |= whole;
    }
}
