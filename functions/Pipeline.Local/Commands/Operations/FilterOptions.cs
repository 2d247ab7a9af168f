using System.CommandLine;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Local.Commands.Operations;

/// <summary>Which articles in quarantine are meant.</summary>
internal static class FilterOptions
{
    public static Argument<string[]> Ids { get; } = new("id") { Description = "Ids of articles.", Arity = ArgumentArity.ZeroOrMore };

    public static Option<Stage?> Stage { get; } = new("--stage") { Description = "Those that failed there." };

    public static Option<FailureCategory?> Category { get; } = new("--category") { Description = "Those that failed for that." };

    public static Option<string?> Reason { get; } = new("--reason") { Description = "Those whose reason holds these words.", HelpName = "words" };

    public static QuarantineFilter Read(ParseResult parsed) => new()
    {
        Stage = parsed.GetValue(Stage),
        Category = parsed.GetValue(Category),
        Reason = parsed.GetValue(Reason),
    };
}
