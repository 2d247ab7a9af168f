using System.CommandLine;
using Pipeline.Local.Azurite;
using Pipeline.Local.Running;

namespace Pipeline.Local.Commands.Operations;

/// <summary>What an operator does, on this machine's data or on accounts; the app serves the same over HTTP.</summary>
internal static class OperationCommands
{
    public const int Success = 0;
    public const int NothingDone = 1;
    private const int CouldNotRun = 2;

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON, as the app answers over HTTP." };

    public static void AddTo(RootCommand root)
    {
        root.Add(StatusCommand.Create());
        root.Add(QuarantineCommand.Create());
        root.Add(RequeueCommand.Create());
        root.Add(ReplayCommand.Create());
        root.Add(BudgetCommand.Create());
        root.Add(ReleaseCommand.Create());
        root.Add(ReadyCommand.Create());
    }

    /// <summary>Makes a command of an operation. What it returns is the exit code.</summary>
    public static Command Command(
        string name, string description, Func<ParseResult, LocalOperations, CancellationToken, Task<int>> operation, params Symbol[] parts)
    {
        var command = new Command(name, description);
        Accounts.AddTo(command);
        foreach (var part in parts)
        {
            if (part is Argument argument)
            {
                command.Add(argument);
            }
            else if (part is Option option)
            {
                command.Add(option);
            }
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                await using var operations = await LocalOperations.StartAsync(Accounts.Read(parsed), cancellationToken);
                return await operation(parsed, operations, cancellationToken);
            }
            catch (Exception exception) when (exception is NodeMissingException or LocalRunException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(exception.Message);
                return CouldNotRun;
            }
        });
        return command;
    }
}
