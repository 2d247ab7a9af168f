namespace Pipeline.Ingestion.Language;

/// <summary>Finds entities and key phrases in a cleaned article, by the providers that the configuration names.</summary>
public interface ILanguageAnalyser
{
    /// <summary>
    /// Throws <see cref="Azure.RequestFailedException"/> when a provider cannot answer now; an article that a provider
    /// cannot read (language, length, a per-document error) is a warning in the result and never an exception.
    /// Throws <see cref="Budget.BudgetUsedUpException"/> when an article has to wait for the next day's budget.
    /// </summary>
    ValueTask<LanguageAnalysis> AnalyseAsync(AnalysisRequest request, CancellationToken cancellationToken);
}
