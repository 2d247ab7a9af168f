using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Ingestion.Language.Budget;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Local.Commands.Operations;

/// <summary>What of the day's language budget is spent.</summary>
internal static class BudgetCommand
{
    public static Command Create() => OperationCommands.Command(
        "budget",
        "Show what of today's budget for the language service is spent. Set Pipeline__Language__* as the app has it.",
        async (parsed, operations, cancellationToken) =>
        {
            if (await operations.Get<ILanguageBudget>().ReadAsync(cancellationToken) is not { } today)
            {
                parsed.InvocationConfiguration.Output.WriteLine("There is no budget: the local analyser serves, or no daily limit is set.");
                return OperationCommands.Success;
            }

            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(OperationCommands.Json)
                ? JsonSerializer.Serialize(today, OperationsJson.Readable.BudgetState)
                : Sentence(today));
            return OperationCommands.Success;
        },
        OperationCommands.Json);

    private static string Sentence(BudgetState today) => string.Create(
        CultureInfo.InvariantCulture,
        $"{today.Day:yyyy-MM-dd} (UTC): {today.TextRecords:N0} of {today.Limit:N0} text records, {today.Usd:N2} USD at list price{(today.UsedUp ? "; used up, articles wait for tomorrow." : ".")}");
}
