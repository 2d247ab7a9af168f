using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Local.Commands.Operations;

/// <summary>Where the articles are.</summary>
internal static class StatusCommand
{
    public static Command Create() => OperationCommands.Command(
        "status",
        "Show what waits in the queues, what is in flight and what is in quarantine.",
        async (parsed, operations, cancellationToken) =>
        {
            var status = await operations.Get<StatusReader>().ReadAsync(cancellationToken);
            if (parsed.GetValue(OperationCommands.Json))
            {
                parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(status, OperationsJson.Readable.PipelineStatus));
            }
            else
            {
                Write(parsed.InvocationConfiguration.Output, status);
            }

            return OperationCommands.Success;
        },
        OperationCommands.Json);

    internal static void Write(TextWriter writer, PipelineStatus status)
    {
        TextTable.Write(
            writer,
            [
                ["queue", "messages", "oldest waits"],
                .. status.Queues.Select(queue => new[] { queue.Queue, Number(queue.Messages), Age(queue.OldestSeconds) }),
            ]);
        writer.WriteLine();
        writer.WriteLine($"In flight: {Number(status.InFlight.Articles)}"
            + (status.InFlight.Deferred > 0 ? $", {Number(status.InFlight.Deferred)} of them wait for a later day" : "")
            + (status.InFlight.UntouchedSeconds is { } age ? $"; the oldest was last touched {Age(age)} ago." : "."));
        writer.WriteLine($"Quarantine: {Number(status.Quarantine.Articles)}"
            + (status.Quarantine.Messages > 0 ? $", and {Number(status.Quarantine.Messages)} queue messages" : "") + ".");
        TextTable.Write(
            writer, [.. status.Quarantine.ByCategory.Select(category => new[] { "  " + category.Key, Number(category.Value) })]);
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Age(double? seconds) => seconds switch
    {
        null => "-",
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 3600 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
    };
}
