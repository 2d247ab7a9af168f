namespace Pipeline.Articles.KeyPhrases;

/// <summary>Noun phrases, which are adjectives and nouns in a row that end in a noun, and each noun of them.</summary>
internal static class PhraseCandidates
{
    /// <summary>A longer row is a list or a headline: its last words are its head.</summary>
    public const int LongestPhrase = 4;

    /// <param name="text">The text.</param>
    /// <param name="units">Its units.</param>
    /// <param name="words">Compared form of each unit.</param>
    public static Dictionary<string, PhraseCandidate> Of(string text, List<PhraseUnit> units, string[] words)
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
            Add(candidates, text, units, words, start, end, whole: true);
            for (var at = start; end - start > 1 && at < end; at++)
            {
                if (units[at] is { IsNoun: true, Stop: false })
                    Add(candidates, text, units, words, at, at + 1, whole: false);
            }
            start = next;
        }
        return candidates;
    }

    private static void Add(
        Dictionary<string, PhraseCandidate> candidates, string text, List<PhraseUnit> units, string[] words, int start, int end, bool whole)
    {
        if (end <= start)
            return;
        var key = end - start == 1 ? words[start] : string.Join(' ', words, start, end - start);
        if (key.Length < 3 && key.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F') < 0)
            return;

        // Where it stands whole says more of its place than where it is part of another phrase.
        if (!candidates.TryGetValue(key, out var candidate) || (whole && candidate.Whole == 0))
        {
            candidates[key] = candidate = new PhraseCandidate
            {
                Text = text[units[start].Start..units[end - 1].End].ReplaceLineEndings(" "),
                Words = words[start..end],
                First = start,
                IsName = HasName(units, start, end),
                Nested = candidate?.Nested ?? 0,
            };
        }
        if (whole)
            candidate.Whole++;
        else
            candidate.Nested++;
    }

    private static bool HasName(List<PhraseUnit> units, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (units[at].Part == Speech.SpeechPart.ProperNoun)
                return true;
        }
        return false;
    }
}
