using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Articles.KeyPhrases;

/// <summary>How much a word of one article tells: its frequency here, its rarity elsewhere, how early it stands.</summary>
internal static class WordWeights
{
    private const double EarlyPlace = 50;
    private const double EarlyPlaceBonus = 0.5;

    /// <summary>A word among the first few of a language says nothing; one further down the list says more.</summary>
    private const double CommonRarity = 3;

    private const double RaritySpan = 8;
    private const double LeastRarity = 0.3;

    /// <param name="units">The text's units.</param>
    /// <param name="words">Compared form of each.</param>
    /// <param name="isShort">In a short text every place is early.</param>
    public static Dictionary<string, double> Of(List<PhraseUnit> units, string[] words, bool isShort)
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
            pair => Math.Sqrt(pair.Value.Count * Rarity(pair.Key))
                * (isShort ? 1 : 1 + (EarlyPlaceBonus * Math.Exp(-pair.Value.First / EarlyPlace))),
            StringComparer.Ordinal);
    }

    private static double Rarity(string word) =>
        Math.Max(LeastRarity, (WordClusters.Default.Rarity(FeatureHash.Lower(word)) - CommonRarity) / RaritySpan);
}
