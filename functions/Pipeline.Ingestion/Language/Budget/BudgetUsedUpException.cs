namespace Pipeline.Ingestion.Language.Budget;

/// <summary>What may be spent on the language service today is spent.</summary>
/// <param name="limit">Text records a day.</param>
/// <param name="until">When the next day's budget is there, plus a little so that not all come back at once.</param>
public sealed class BudgetUsedUpException(long limit, DateTimeOffset until) : Exception(
    $"The language service's budget of {limit} text records a day (Pipeline:Language:DailyTextRecords) is used up; the article waits for the next day (UTC).")
{
    public DateTimeOffset Until { get; } = until;
}
