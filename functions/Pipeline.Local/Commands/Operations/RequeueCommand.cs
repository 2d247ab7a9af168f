using System.CommandLine;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Local.Commands.Operations;

/// <summary>Sends articles in quarantine on their way again.</summary>
internal static class RequeueCommand
{
    private static readonly Option<bool> All = new("--all") { Description = "All of them." };

    private static readonly Option<bool> Messages = new("--messages") { Description = "The queue messages in quarantine instead of articles." };

    private static readonly Option<bool> FromStart = new("--from-start")
    {
        Description = "Begin with cleaning, as after a release; else they go on at the stage that failed.",
    };

    public static Command Create()
    {
        var command = OperationCommands.Command(
            "requeue",
            "Send articles in quarantine on their way again; a running pipeline, or the next run, takes them up.",
            async (parsed, operations, cancellationToken) =>
            {
                var filter = FilterOptions.Read(parsed) with { Ids = parsed.GetValue(FilterOptions.Ids) ?? [] };
                var results = parsed.GetValue(Messages)
                    ? operations.Get<MessageRequeuer>().RequeueAsync(cancellationToken)
                    : operations.Get<Requeuer>().RequeueAsync(filter, parsed.GetValue(FromStart), cancellationToken);
                return await Results.WriteAsync(parsed.InvocationConfiguration.Output, results, "Nothing in quarantine matches.");
            },
            FilterOptions.Ids, FilterOptions.Stage, FilterOptions.Category, FilterOptions.Reason, All, Messages, FromStart);
        command.Validators.Add(result =>
        {
            // Whether they are given and not what they say: a value that cannot be read has its own error.
            var chosen = result.GetResult(FilterOptions.Ids) is { Tokens.Count: > 0 }
                || result.GetResult(FilterOptions.Stage) is not null
                || result.GetResult(FilterOptions.Category) is not null
                || result.GetResult(FilterOptions.Reason) is not null;
            var ways = (chosen ? 1 : 0) + (result.GetResult(All) is { Implicit: false } ? 1 : 0) + (result.GetResult(Messages) is { Implicit: false } ? 1 : 0);
            if (ways != 1)
            {
                result.AddError("Say which: ids, --stage, --category or --reason; or --all, or --messages, and none of these.");
            }
        });
        return command;
    }
}
