using System.CommandLine;

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

    public static Command Create() => ClusterCommand.Create(
        "explain",
        "Tell why two stored articles were or were not joined as copies: scores, thresholds, what they share and what they do not. Changes nothing. Exit code: 0, 1 one of them is not stored, 2 the database cannot be opened.",
        [First, Second, Sample],
        async (parsed, clusters, cancellationToken) =>
        {
            var pair = await clusters.ExplainAsync(
                parsed.GetRequiredValue(First), parsed.GetRequiredValue(Second), parsed.GetValue(Sample), cancellationToken);
            Console.Out.Write(ExplanationText.Of(pair));
        });
}
