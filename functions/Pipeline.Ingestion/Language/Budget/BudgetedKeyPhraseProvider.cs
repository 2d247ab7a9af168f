using Pipeline.Articles.KeyPhrases;

namespace Pipeline.Ingestion.Language.Budget;

/// <summary>A paid key phrase provider within the day's budget.</summary>
/// <param name="inner">The paid provider.</param>
/// <param name="budget">What may be spent.</param>
/// <param name="fallback">Who is asked when it is used up; null to let the article wait.</param>
internal sealed class BudgetedKeyPhraseProvider(IKeyPhraseProvider inner, LanguageBudget budget, IKeyPhraseProvider? fallback) : IKeyPhraseProvider
{
    public async ValueTask<ProviderResult<KeyPhrase>> ExtractAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await budget.SpendAsync(
                TextRecords.Of(request.Text), () => inner.ExtractAsync(request, cancellationToken), cancellationToken);
        }
        catch (BudgetUsedUpException) when (fallback is not null)
        {
            var result = await fallback.ExtractAsync(request, cancellationToken);
            return result with { Warnings = [.. result.Warnings, BudgetFallback.Warning] };
        }
    }
}
