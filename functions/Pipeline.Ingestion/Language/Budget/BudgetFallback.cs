namespace Pipeline.Ingestion.Language.Budget;

/// <summary>The local analyser in place of a service whose budget is used up.</summary>
internal static class BudgetFallback
{
    /// <summary>On the document, so that a reader can tell; a result with a warning is never cached.</summary>
    public const string Warning = "The language service's daily budget is used up; the local analyser was asked instead.";

    /// <summary>Asks the paid provider within the budget, and the local one, if there is one, when it is used up.</summary>
    public static async ValueTask<ProviderResult<T>> AskAsync<T>(
        LanguageBudget budget,
        AnalysisRequest request,
        Func<ValueTask<ProviderResult<T>>> paid,
        Func<ValueTask<ProviderResult<T>>>? local,
        CancellationToken cancellationToken)
    {
        try
        {
            return await budget.SpendAsync(TextRecords.Of(request.Text), paid, cancellationToken);
        }
        catch (BudgetUsedUpException) when (local is not null)
        {
            var result = await local();
            return result with { Warnings = [.. result.Warnings, Warning] };
        }
    }
}
