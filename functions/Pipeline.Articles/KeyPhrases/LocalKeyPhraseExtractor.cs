using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases;

/// <summary>
/// Finds the phrases that tell what an article is about, from the article alone. Stateless; one instance serves all
/// threads.
/// </summary>
public sealed class LocalKeyPhraseExtractor
{
    /// <summary>Changes whenever the same text could give other phrases.</summary>
    public const string ModelVersion = "2026-08-1";

    private readonly int _most;

    /// <param name="most">How many phrases an article gets at most.</param>
    public LocalKeyPhraseExtractor(int most = 20) => _most = most;

    /// <summary>"full" for the languages with a model, "rules" for the others.</summary>
    public static string Coverage(string language) =>
        language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase)
            ? "full"
            : "rules";

    /// <param name="title">The headline: a phrase in it ranks higher. May be empty.</param>
    /// <param name="text">The cleaned text.</param>
    /// <param name="language">BCP 47 tag, "und" when unknown.</param>
    /// <returns>Best first. Never throws on any text.</returns>
    public IReadOnlyList<KeyPhrase> Extract(string title, string text, string language)
    {
        // tokens -> candidates -> score by words' frequency, place, length, title -> near-duplicates folded -> the best
        var tokens = Tokeniser.Read(text);
        var candidates = PhraseCandidates.Of(text, tokens, StopWords.Of(language));
        PhraseScores.Set(candidates.Values, TitleWords(title));
        var kept = new List<KeyPhrase>();
        var taken = new PhraseOverlap();
        foreach (var candidate in candidates.Values.OrderByDescending(c => c.Score).ThenBy(c => c.Position))
        {
            if (kept.Count >= _most)
                break;
            if (taken.Take(candidate))
                kept.Add(new KeyPhrase(candidate.Text, kept.Count + 1));
        }
        return kept;
    }

    private static HashSet<string> TitleWords(string title)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokeniser.Read(title))
            words.Add(PhraseForms.Fold(token.In(title)));
        return words;
    }
}
