namespace Pipeline.Ingestion.Language;

/// <summary>What one provider found in one article.</summary>
/// <param name="Items">The findings; empty when the provider could not read the article.</param>
/// <param name="Analyser">Who found them.</param>
/// <param name="Warnings">Why something is missing, one sentence each.</param>
internal sealed record ProviderResult<T>(IReadOnlyList<T> Items, AnalyserInfo Analyser, IReadOnlyList<string> Warnings);
