namespace Pipeline.Articles.KeyPhrases;

/// <summary>How telling a candidate is.</summary>
internal static class PhraseScores
{
    /// <summary>Weight of the start of the article against its end.</summary>
    private const double EarlyBonus = 1.5;

    private const double TitleBonus = 0.5;

    public static void Set(IReadOnlyCollection<PhraseCandidate> candidates, IReadOnlySet<string> titleWords)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            foreach (var word in candidate.Words)
                frequency[word] = frequency.GetValueOrDefault(word) + candidate.Count;
        }
        foreach (var candidate in candidates)
        {
            var words = candidate.Words.Sum(word => Math.Log(1 + frequency[word]) * Math.Min(1, word.Length / 5.0));
            var title = candidate.Words.Count(titleWords.Contains) / (double)candidate.Words.Length;
            candidate.InTitle = title == 1;
            candidate.Score = words / Math.Sqrt(candidate.Words.Length) * (1 + Math.Log(candidate.Count))
                * (1 + (EarlyBonus * (1 - candidate.Position) * (1 - candidate.Position))) * (1 + (TitleBonus * title));
        }
    }
}
