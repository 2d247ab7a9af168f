namespace Pipeline.Ingestion.Language.Budget;

/// <summary>Tells how much of the day's language budget is left.</summary>
public interface ILanguageBudget
{
    /// <summary>Today's (UTC); null when no paid service is used, or without a limit. One read of the shared count.</summary>
    Task<BudgetState?> ReadAsync(CancellationToken cancellationToken);
}
