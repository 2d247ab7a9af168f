using Pipeline.Articles.Entities;

namespace Pipeline.Ingestion.Language.Budget;

/// <summary>A paid entity provider within the day's budget.</summary>
/// <param name="inner">The paid provider.</param>
/// <param name="budget">What may be spent.</param>
/// <param name="fallback">Who is asked when it is used up; null to let the article wait.</param>
internal sealed class BudgetedEntityProvider(IEntityProvider inner, LanguageBudget budget, IEntityProvider? fallback) : IEntityProvider
{
    public ValueTask<ProviderResult<EntityMention>> RecogniseAsync(AnalysisRequest request, CancellationToken cancellationToken) =>
        BudgetFallback.AskAsync(
            budget,
            request,
            () => inner.RecogniseAsync(request, cancellationToken),
            fallback is null ? null : () => fallback.RecogniseAsync(request, cancellationToken),
            cancellationToken);
}
