namespace Pipeline.Articles.KeyPhrases;

/// <summary>
/// Finds the phrases that tell what an article is about, from the article alone. Stateless; one instance serves all
/// threads.
/// </summary>
public sealed class LocalKeyPhraseExtractor
{
    /// <summary>Changes whenever the same text could give other phrases.</summary>
    public const string ModelVersion = "2026-11-1";

    private readonly int _most;

    /// <param name="most">How many phrases an article gets at most.</param>
    public LocalKeyPhraseExtractor(int most = 20) => _most = most;

    /// <summary>"full" for the languages with a model, "rules" for the others.</summary>
    public static string Coverage(string language) => IsEnglish(language) ? "full" : "rules";

    /// <param name="title">The headline: a phrase in it ranks higher. May be empty.</param>
    /// <param name="text">The cleaned text.</param>
    /// <param name="language">BCP 47 tag, "und" when unknown.</param>
    /// <returns>Best first. Never throws on any text.</returns>
    public IReadOnlyList<KeyPhrase> Extract(string title, string text, string language)
    {
        // text -> units with parts of speech -> noun phrases -> scored by frequency, rarity, place, headline, length
        //      -> phrases of the same words folded -> the best
        var units = PhraseUnits.Of(text, IsEnglish(language), StopWords.Of(language));
        var words = new string[units.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = units[i].IsNominal ? PhraseForms.Fold(text.AsSpan(units[i].Start, units[i].End - units[i].Start)) : "";
        var candidates = PhraseCandidates.Of(text, units, words);
        PhraseScores.Set(candidates.Values, units, words, Headline.Words(title, text));
        var kept = new List<KeyPhrase>();
        var taken = new PhraseOverlap();
        foreach (var candidate in candidates.Values.Where(c => c.Score > 0).OrderByDescending(c => c.Score).ThenBy(c => c.First))
        {
            if (kept.Count >= _most)
                break;
            if (taken.Take(candidate))
                kept.Add(new KeyPhrase(candidate.Text, kept.Count + 1));
        }
        return kept;
    }

    private static bool IsEnglish(string language) =>
        language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);
}
