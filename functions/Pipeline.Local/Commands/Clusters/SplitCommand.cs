using System.CommandLine;
using Pipeline.Ingestion.Deduplication.Operating;
using Pipeline.Local.Commands.Operations;
using Pipeline.Local.Running;

namespace Pipeline.Local.Commands.Clusters;

/// <summary>An operator's correction: this article is no copy.</summary>
internal static class SplitCommand
{
    private static readonly Argument<string> Article = new("article") { Description = "Id of an article, or name of the dropped file that it came in." };

    public static Command Create() => OperationCommands.Command(
        "split",
        "Take an article out of its cluster for good: it founds one of its own, which its later copies join. Neither a new delivery nor a new version brings it back.",
        SplitAsync,
        Article);

    private static async Task<int> SplitAsync(ParseResult parsed, LocalOperations operations, CancellationToken cancellationToken)
    {
        try
        {
            var split = await operations.Get<ClusterOperations>().SplitAsync(parsed.GetRequiredValue(Article), cancellationToken);
            Console.Out.WriteLine($"{split.Before.Id}  {split.Before.Title}");
            Console.Out.WriteLine(split.Before.ClusterId == split.ClusterId
                ? $"It stands in its own cluster {split.ClusterId} already."
                : $"It has left cluster {split.Before.ClusterId} and founds {split.ClusterId}; its later copies follow it.");
            return OperationCommands.Success;
        }
        catch (ArticleNotFoundException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return OperationCommands.NothingDone;
        }
    }
}
