using System.CommandLine;
using Pipeline.Functions;
using Pipeline.Local.Azurite;
using Pipeline.Local.Commands.Clusters;
using Pipeline.Local.Commands.Operations;
using Pipeline.Local.Running;

namespace Pipeline.Local.Commands;

/// <summary>The command line. Without a subcommand it runs the pipeline.</summary>
internal static class RootCommandFactory
{
    private static readonly Option<string[]> Input = new("--input", "-i")
    {
        Description = "A file, a folder or a glob (in quotes) to drop; may be repeated. Without it: the five samples in seeds/.",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "file|folder|glob",
    };

    private static readonly Option<bool> Once = new("--once")
    {
        Description = "Exit when everything in flight has ended: with 0, or with 1 if anything was quarantined or waits for the next day's language budget.",
    };

    private static readonly Option<string?> Drop = new("--drop")
    {
        Description = "Folder to watch for files. Default: drop/",
        HelpName = "folder",
    };

    private static readonly Option<bool> Reset = new("--reset")
    {
        Description = "Delete what earlier runs left in the data folder, and start from nothing.",
    };

    private static readonly Option<int?> Port = new("--port")
    {
        Description = "Serve the run's status as JSON on this loopback port: /status, /budget, /quarantine, /articles/{id}.",
    };

    private static readonly Option<int?> CosmosPort = new("--cosmos-port")
    {
        Description = "Also serve LocalCosmos on this loopback port, for any Cosmos DB SDK client.",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Also write every stored document as one JSON line to this file.",
        HelpName = "file.jsonl",
    };

    private static readonly Option<string?> Language = Provider(
        "--language", "Who finds entities and key phrases; 'azure' is set up by Pipeline__Language__Endpoint, 'azure-emulated' needs no account.");

    private static readonly Option<string?> Entities = Provider("--entities", "Who finds entities, if not as --language says.");

    private static readonly Option<string?> KeyPhrases = Provider("--key-phrases", "Who finds key phrases, if not as --language says.");

    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Runs the article pipeline on this machine: drops articles into storage, and shows what becomes of each in Cosmos DB.")
        {
            Input, Once, Accounts.Data, Drop, Reset, Port, CosmosPort, Output, Accounts.Storage, Accounts.Cosmos, Language, Entities, KeyPhrases,
        };
        root.SetAction((parsed, cancellationToken) => RunCommand.RunAsync(Read(parsed), cancellationToken));
        root.Add(SchemaCommand.Create());
        OperationCommands.AddTo(root);
        root.Add(ExplainCommand.Create());
        root.Add(SplitCommand.Create());
        root.Add(TraceCommand.Create());
        root.Add(CleanCommand.Create());
        root.Add(CompareLanguageCommand.Create());
        return root;
    }

    private static Option<string?> Provider(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', LanguageChoice.Providers) };
        return option.AcceptOnlyFromAmong(LanguageChoice.Providers);
    }

    private static RunOptions Read(ParseResult parsed)
    {
        var root = RepositoryRoot.Find();
        var inputs = parsed.GetValue(Input) ?? [];
        return Accounts.Read(parsed) with
        {
            Inputs = inputs.Length > 0 ? inputs : [Path.Combine(root, "seeds")],
            Once = parsed.GetValue(Once),
            Drop = Path.GetFullPath(parsed.GetValue(Drop) ?? Path.Combine(root, "drop")),
            Reset = parsed.GetValue(Reset),
            Port = parsed.GetValue(Port),
            CosmosPort = parsed.GetValue(CosmosPort),
            Output = parsed.GetValue(Output),
            Collector = Environment.GetEnvironmentVariable(PipelineTelemetry.OtlpEndpoint) is { Length: > 0 } collector ? new Uri(collector) : null,
            Language = new LanguageChoice
            {
                Entities = parsed.GetValue(Entities) ?? parsed.GetValue(Language),
                KeyPhrases = parsed.GetValue(KeyPhrases) ?? parsed.GetValue(Language),
            },
        };
    }
}
