using System.CommandLine;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Local.Commands.Operations;

/// <summary>Whether an article dropped now would get through.</summary>
internal static class ReadyCommand
{
    public static Command Create() => OperationCommands.Command(
        "ready",
        "Check that every container, queue and database container can be reached; say what is wrong.",
        async (parsed, operations, cancellationToken) =>
        {
            var report = await operations.Get<Readiness>().CheckAsync(cancellationToken);
            foreach (var part in report.Faults)
            {
                parsed.InvocationConfiguration.Output.WriteLine($"{part.Part}: {part.Fault}");
            }

            parsed.InvocationConfiguration.Output.WriteLine(report.Ready ? $"Ready: {report.Parts.Count} parts answer." : "Not ready.");
            return report.Ready ? OperationCommands.Success : OperationCommands.NothingDone;
        });
}
