using System.CommandLine;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Operating;
using Pipeline.Local.Azurite;
using Pipeline.Local.Running;

namespace Pipeline.Local.Commands.Clusters;

/// <summary>What the operator's commands on clusters have in common: the database and nothing else.</summary>
internal static class ClusterCommand
{
    private const int NotFound = 1;
    private const int CouldNotRun = 2;

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "The data folder of the runs that stored the articles, while none uses it. Default: .local/",
        HelpName = "folder",
    };

    private static readonly Option<string?> Cosmos = new("--cosmos")
    {
        Description = "The Cosmos DB account, or the port that a run serves with --cosmos-port: an endpoint or a connection string.",
        HelpName = "endpoint",
    };

    /// <summary>Makes a command of an operation.</summary>
    public static Command Create(
        string name, string description, IEnumerable<Symbol> parts, Func<ParseResult, ClusterOperations, CancellationToken, Task> operation)
    {
        var command = new Command(name, description) { Data, Cosmos };
        foreach (var part in parts)
        {
            if (part is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)part);
        }

        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, operation, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, Func<ParseResult, ClusterOperations, CancellationToken, Task> operation, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = await LocalDatabase.StartAsync(Read(parsed), cancellationToken);
            await using var services = Services(database.Client);
            await operation(parsed, services.GetRequiredService<ClusterOperations>(), cancellationToken);
            return 0;
        }
        catch (ArticleNotFoundException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return NotFound;
        }
        catch (LocalRunException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return CouldNotRun;
        }
    }

    private static RunOptions Read(ParseResult parsed)
    {
        var root = RepositoryRoot.Find();
        return new RunOptions
        {
            Data = Path.GetFullPath(parsed.GetValue(Data) ?? Path.Combine(root, ".local")),
            Drop = Path.Combine(root, "drop"),
            Cosmos = parsed.GetValue(Cosmos),
        };
    }

    private static ServiceProvider Services(CosmosClient client) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build())
        .AddLogging()
        .AddSingleton(client)
        .AddPipeline()
        .AddDeduplication(
            provider => provider.GetRequiredService<CosmosContainers>().Fingerprints,
            provider => provider.GetRequiredService<CosmosContainers>().Articles)
        .BuildServiceProvider();
}
