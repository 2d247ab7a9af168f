using System.CommandLine;
using Pipeline.Ingestion.Deduplication.Operating;
using Pipeline.Local.Commands.Operations;
using Pipeline.Local.Running;

namespace Pipeline.Local.Commands.Clusters;

/// <summary>Why two articles were or were not joined.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> First = new("first") { Description = "Id of an article, or name of the dropped file that it came in." };

    private static readonly Argument<string> Second = new("second") { Description = "The same of the other." };

    private static readonly Option<int> Sample = new("--sample")
    {
        Description = "How many passages of three words to show of each kind.",
        DefaultValueFactory = _ => 8,
    };

    public static Command Create() => OperationCommands.Command(
        "explain",
        "Tell why two stored articles were or were not joined as copies: scores, thresholds, what they share and what not. Changes nothing.",
        ExplainAsync,
        First, Second, Sample);

    private static async Task<int> ExplainAsync(ParseResult parsed, LocalOperations operations, CancellationToken cancellationToken)
    {
        try
        {
            var pair = await operations.Get<ClusterOperations>().ExplainAsync(
                parsed.GetRequiredValue(First), parsed.GetRequiredValue(Second), parsed.GetValue(Sample), cancellationToken);
            Console.Out.Write(ExplanationText.Of(pair));
            return OperationCommands.Success;
        }
        catch (ArticleNotFoundException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return OperationCommands.NothingDone;
        }
    }
}
