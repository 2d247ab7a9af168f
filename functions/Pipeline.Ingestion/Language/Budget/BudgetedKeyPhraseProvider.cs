using Pipeline.Articles.KeyPhrases;

namespace Pipeline.Ingestion.Language.Budget;

/// <summary>A paid key phrase provider within the day's budget.</summary>
/// <param name="inner">The paid provider.</param>
/// <param name="budget">What may be spent.</param>
/// <param name="fallback">Who is asked when it is used up; null to let the article wait.</param>
internal sealed class BudgetedKeyPhraseProvider(IKeyPhraseProvider inner, LanguageBudget budget, IKeyPhraseProvider? fallback) : IKeyPhraseProvider
{
    public ValueTask<ProviderResult<KeyPhrase>> ExtractAsync(AnalysisRequest request, CancellationToken cancellationToken) =>
        BudgetFallback.AskAsync(
            budget,
            request,
            () => inner.ExtractAsync(request, cancellationToken),
            fallback is null ? null : () => fallback.ExtractAsync(request, cancellationToken),
            cancellationToken);
}
