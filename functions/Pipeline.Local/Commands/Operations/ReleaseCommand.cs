using System.CommandLine;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Local.Commands.Operations;

/// <summary>Lets no article wait for tomorrow's budget.</summary>
internal static class ReleaseCommand
{
    public static Command Create() => OperationCommands.Command(
        "release",
        "Send articles that wait for the next day's language budget on their way now, as after raising it; a running pipeline, or the next run, takes them up.",
        (parsed, operations, cancellationToken) => Results.WriteAsync(
            parsed.InvocationConfiguration.Output,
            operations.Get<Releaser>().ReleaseAsync(cancellationToken),
            "No article waits for a later day."));
}
