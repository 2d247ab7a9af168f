namespace Pipeline.Articles.KeyPhrases;

/// <summary>
/// How telling a candidate is: its words' frequency here against their rarity elsewhere, how early it stands, whether the
/// headline has it, and how long the text is (the ideas of TF-IDF and of PositionRank, Florescu and Caragea 2017, without
/// a graph). A short text hardly repeats a phrase, so its single nouns count most; in a long one single nouns recur
/// whatever it is about, so they count the less the longer it is. The constants were chosen on two sets of news; each of
/// them may change by a third without a difference larger than that between the halves of a set.
/// </summary>
internal static class PhraseScores
{
    /// <summary>Units of a text in which phrases are hardly repeated.</summary>
    private const int ShortText = 275;

    /// <summary>Units of a text from which on single words count less.</summary>
    private const double LongText = 600;

    private const double EarlyPlace = 100;
    private const double EarlyPlaceBonus = 3;

    /// <summary>A word in a longer phrase counts for this much of a whole one.</summary>
    private const double NestedShare = 0.2;

    /// <summary>A single word that is also part of longer phrases is mostly said better by those.</summary>
    private const double NestedPower = -0.3;

    /// <summary>What the weakest word of a phrase counts beside the sum of all.</summary>
    private const double WeakestWord = 0.3;

    private const double LengthPower = -0.8;
    private const double HeadlineWord = 2;
    private const double HeadlineWordInShortText = 1.3;

    /// <summary>A phrase that even a short text repeats is what it is about.</summary>
    private const double RepeatedInShortText = 2;

    // Factors by the count of words, from one up.
    private static readonly double[] ByLength = [0.7, 1, 0.9, 0.5];
    private static readonly double[] ByLengthInShortText = [2, 1, 0.6, 0.3];

    /// <summary>Sets the scores; 0 for what is no phrase of its own.</summary>
    public static void Set(
        IReadOnlyCollection<PhraseCandidate> candidates, List<PhraseUnit> units, string[] words, IReadOnlySet<string> headline)
    {
        var isShort = units.Count < ShortText;
        var weights = WordWeights.Of(units, words, isShort);
        foreach (var candidate in candidates)
        {
            var inHeadline = candidate.Words.Length == 1 && headline.Contains(candidate.Words[0]);
            if (candidate.Whole == 0 && !isShort && (candidate.IsName || !inHeadline))
                continue;
            candidate.Score = Words(candidate, weights) * Length(candidate, units.Count, isShort, inHeadline)
                * Math.Sqrt(Uses(candidate, isShort || inHeadline))
                * (1 + (EarlyPlaceBonus / (1 + (candidate.First / EarlyPlace))));
        }
    }

    private static double Words(PhraseCandidate candidate, Dictionary<string, double> weights)
    {
        var (sum, least) = (0.0, double.MaxValue);
        foreach (var word in candidate.Words)
        {
            var weight = weights.GetValueOrDefault(word);
            sum += weight;
            least = Math.Min(least, weight);
        }
        return (sum * Math.Pow(candidate.Words.Length, LengthPower)) + (WeakestWord * least);
    }

    private static double Length(PhraseCandidate candidate, int units, bool isShort, bool inHeadline)
    {
        var length = candidate.Words.Length;
        if (isShort)
        {
            return length > 1 && candidate.Whole > 1
                ? ByLength[length - 1] * RepeatedInShortText
                : ByLengthInShortText[length - 1] * (inHeadline ? HeadlineWordInShortText : 1);
        }
        if (inHeadline)
            return HeadlineWord;
        return length > 1
            ? ByLength[length - 1]
            : ByLength[0] * Math.Min(1, LongText / units) * Math.Pow(1 + candidate.Nested, NestedPower);
    }

    private static double Uses(PhraseCandidate candidate, bool nestedToo) =>
        nestedToo ? candidate.Whole + (NestedShare * candidate.Nested) : candidate.Whole;
}
