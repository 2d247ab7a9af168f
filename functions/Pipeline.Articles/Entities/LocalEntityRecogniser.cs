using Pipeline.Articles.Entities.Names;
using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Entities;

/// <summary>
/// Finds entities without any service: names by a tagger, everything with a written form by rules. Stateless; one
/// instance serves all threads.
/// </summary>
public sealed class LocalEntityRecogniser
{
    /// <summary>Changes whenever the same text could give other mentions.</summary>
    public const string ModelVersion = "2026-11-2";

    private static readonly Lazy<TrainedNames> Trained = new(TrainedNames.Embedded);

    private readonly CapitalisedNames _byCapitals = new();
    private readonly INameTagger? _english;

    public LocalEntityRecogniser()
    {
    }

    /// <summary>With another tagger for English, for measuring models before they ship.</summary>
    internal LocalEntityRecogniser(INameTagger english) => _english = english;

    /// <summary>"full" for the trained model's own language, else "rules".</summary>
    public static string Coverage(string language) => IsEnglish(language) ? "full" : "rules";

    /// <param name="text">The cleaned text; offsets of the result are UTF-16 code units into it.</param>
    /// <param name="language">BCP 47 tag, "und" when unknown.</param>
    /// <returns>Mentions in order of their offsets, none overlapping another. Never throws on any text.</returns>
    public IReadOnlyList<EntityMention> Recognise(string text, string language)
    {
        // text -> tokens -> names, their edges trimmed, and peoples and institutions that no name holds
        //                -> patterns (times, quantities, addresses)   -> merged: a pattern yields to a name it crosses
        var line = new TokenLine(text, Tokeniser.Read(text));
        var names = Names(line, language);
        var patterns = PatternRules.Find(line);
        return MentionMerge.Merge(text, names, patterns);
    }

    private List<EntityMention> Names(TokenLine line, string language) => IsEnglish(language)
        ? BareInstitutions.AddTo(line, ListedPeoples.AddTo(line, NameEdges.Trim(line, (_english ?? Trained.Value).Find(line))))
        : ListedPeoples.AddTo(line, _byCapitals.Find(line));

    private static bool IsEnglish(string language) =>
        language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] == '-');
}
