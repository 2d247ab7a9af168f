using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Articles.KeyPhrases;

/// <summary>
/// How telling a candidate is: its words' frequency here against their rarity elsewhere, and how early they stand (the
/// ideas of TF-IDF and of PositionRank, Florescu and Caragea 2017, without a graph).
/// </summary>
internal static class PhraseScores
{
    /// <summary>Units after which the bonus for an early place has fallen to a third.</summary>
    private const double Early = 100;

    private const double WordPlaceBonus = 0.5;
    private const double PhrasePlaceBonus = 2;
    private const double TitleBonus = 0.5;
    private const double NotWhole = 0.5;

    /// <summary>A word among the first few of a language says nothing; one further down the list says more.</summary>
    private const double CommonRarity = 2;

    private const double RaritySpan = 8;
    private const double LeastRarity = 0.3;

    // Factors by length of the phrase, from one word up; the second row for texts too short to repeat a phrase.
    private static readonly double[] ByLength = [0.5, 1, 0.85, 0.5];
    private static readonly double[] ByLengthInShortText = [1, 1, 0.85, 0.5];

    public static void Set(
        IReadOnlyCollection<PhraseCandidate> candidates, List<PhraseUnit> units, string[] words, IReadOnlySet<string> titleWords, bool shortText)
    {
        var weights = WordWeights(units, words);
        foreach (var candidate in candidates)
        {
            var length = candidate.Words.Length;
            var inTitle = candidate.Words.Count(titleWords.Contains) / (double)length;
            candidate.Score = candidate.Words.Sum(word => weights.GetValueOrDefault(word)) / length
                * (shortText ? ByLengthInShortText : ByLength)[length - 1]
                * Math.Sqrt(candidate.Count) * (candidate.Whole ? 1 : NotWhole)
                * (1 + (PhrasePlaceBonus * Math.Exp(-candidate.First / Early)))
                * (1 + (TitleBonus * inTitle));
        }
    }

    private static Dictionary<string, double> WordWeights(List<PhraseUnit> units, string[] words)
    {
        var uses = new Dictionary<string, (int Count, int First)>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
        {
            if (!units[i].IsNominal || units[i].Stop)
                continue;
            uses[words[i]] = uses.TryGetValue(words[i], out var use) ? (use.Count + 1, use.First) : (1, i);
        }
        return uses.ToDictionary(
            pair => pair.Key,
            pair => Math.Sqrt(pair.Value.Count * Rarity(pair.Key)) * (1 + (WordPlaceBonus * Math.Exp(-pair.Value.First / Early))),
            StringComparer.Ordinal);
    }

    private static double Rarity(string word) =>
        Math.Max(LeastRarity, (WordClusters.Default.Rarity(FeatureHash.Lower(word)) - CommonRarity) / RaritySpan);
}
