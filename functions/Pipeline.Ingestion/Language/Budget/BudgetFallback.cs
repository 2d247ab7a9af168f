namespace Pipeline.Ingestion.Language.Budget;

/// <summary>The local analyser in place of a service whose budget is used up.</summary>
internal static class BudgetFallback
{
    /// <summary>On the document, so that a reader can tell; a result with a warning is never cached.</summary>
    public const string Warning = "The language service's daily budget is used up; the local analyser was asked instead.";
}
