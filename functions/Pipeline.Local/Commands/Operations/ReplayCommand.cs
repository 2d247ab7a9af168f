using System.CommandLine;
using System.Runtime.CompilerServices;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Local.Commands.Operations;

/// <summary>Processes dropped files again.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string?> Id = new("id")
    {
        Description = "Id of one article.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Prefix = new("--prefix")
    {
        Description = "Files whose names begin like this; a whole name for one.",
        HelpName = "name",
    };

    private static readonly Option<bool> All = new("--all") { Description = "All files in articles/." };

    public static Command Create()
    {
        var command = OperationCommands.Command(
            "replay",
            "Process dropped files again and rewrite their documents, as after a release that cleans better; a running pipeline, or the next run, takes them up.",
            (parsed, operations, cancellationToken) =>
            {
                var prefix = parsed.GetValue(All) ? "" : parsed.GetValue(Prefix);
                var request = new ReplayRequest { Id = parsed.GetValue(Id), Prefix = prefix };
                return Results.WriteAsync(
                    parsed.InvocationConfiguration.Output, ReplayAsync(operations.Get<Replayer>(), request, cancellationToken), "No such file lies in articles/.");
            },
            Id, Prefix, All);
        command.Validators.Add(result =>
        {
            var said = new[] { result.GetValue(Id) is not null, result.GetValue(Prefix) is not null, result.GetValue(All) };
            if (said.Count(one => one) != 1)
            {
                result.AddError("Say which: the id of one article, --prefix, or --all.");
            }
        });
        return command;
    }

    private static async IAsyncEnumerable<ArticleResult> ReplayAsync(
        Replayer replayer, ReplayRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (ReplayRequest? next = request; next is not null;)
        {
            var page = await replayer.ReplayAsync(next, cancellationToken);
            foreach (var file in page.Files)
            {
                yield return file;
            }

            next = page.Continuation is { } continuation ? request with { Continuation = continuation } : null;
        }
    }
}
