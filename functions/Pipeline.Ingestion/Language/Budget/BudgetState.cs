namespace Pipeline.Ingestion.Language.Budget;

/// <summary>A day of the language service's budget.</summary>
/// <param name="Day">In UTC.</param>
/// <param name="TextRecords">Taken by all instances so far: spent, or set aside by an instance for its next articles.</param>
/// <param name="Limit">Text records a day.</param>
/// <param name="Usd">What the taken records cost at the configured price.</param>
public sealed record BudgetState(DateOnly Day, long TextRecords, long Limit, decimal Usd)
{
    public bool UsedUp => TextRecords >= Limit;
}
