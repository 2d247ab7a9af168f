using Pipeline.Articles.Entities;
using Pipeline.Articles.KeyPhrases;

namespace Pipeline.Ingestion.Language;

/// <summary>What the providers found.</summary>
public sealed record LanguageAnalysis
{
    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<KeyPhrase> KeyPhrases { get; init; } = [];

    public required AnalyserInfo EntityAnalyser { get; init; }

    public required AnalyserInfo KeyPhraseAnalyser { get; init; }

    /// <summary>Why something is missing, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
