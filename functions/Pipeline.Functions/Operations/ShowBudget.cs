using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion.Language.Budget;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Functions.Operations;

/// <summary>What of the day's language budget is spent.</summary>
public sealed class ShowBudget(ILanguageBudget budget)
{
    [Function(nameof(ShowBudget))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "budget")] HttpRequest request,
        CancellationToken cancellationToken) =>
        await budget.ReadAsync(cancellationToken) is { } today
            ? Answer.Json(today, OperationsJson.Readable.BudgetState)
            : Answer.NotFound("There is no budget: the local analyser serves, or no daily limit is set.");
}
