using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.KeyPhrases;

/// <summary>
/// Finds the phrases that tell what an article is about, from the article alone. Stateless; one instance serves all
/// threads.
/// </summary>
public sealed class LocalKeyPhraseExtractor
{
    /// <summary>Changes whenever the same text could give other phrases.</summary>
    public const string ModelVersion = "2026-08-2";

    /// <summary>A text of fewer words and marks hardly repeats a phrase: in it single nouns count as much.</summary>
    private const int ShortText = 250;

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
        // text -> units with parts of speech -> noun phrases -> scored by frequency, rarity, place, title
        //      -> phrases of the same words folded -> the best
        var units = PhraseUnits.Of(text, IsEnglish(language), StopWords.Of(language));
        var words = new string[units.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = units[i].IsNominal ? PhraseForms.Fold(text.AsSpan(units[i].Start, units[i].End - units[i].Start)) : "";
        var shortText = units.Count < ShortText;
        var candidates = PhraseCandidates.Of(text, units, words, shortText);
        PhraseScores.Set(candidates.Values, units, words, TitleWords(title), shortText);
        var kept = new List<KeyPhrase>();
        var taken = new PhraseOverlap();
        foreach (var candidate in candidates.Values.OrderByDescending(c => c.Score).ThenBy(c => c.First))
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

    private static HashSet<string> TitleWords(string title)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in Tokeniser.Read(title))
            words.Add(PhraseForms.Fold(token.In(title)));
        return words;
    }
}
