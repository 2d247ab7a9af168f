using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Removing;

namespace Pipeline.Local.Running;

/// <summary>What a deployment sets for the function app's host, for the local one.</summary>
internal static class LocalSettings
{
    private const string Database = $"{CosmosOptions.Section}:{nameof(CosmosOptions.Database)}";

    /// <summary>Settings by name; the database has its default name where none is set.</summary>
    public static Func<string, string?> For(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var cosmos = services.GetRequiredService<IOptions<CosmosOptions>>();
        return name => name == Database ? cosmos.Value.Database : configuration[name];
    }

    /// <summary>The subscription to deleted files.</summary>
    public static IReadOnlyDictionary<string, (string Queue, Func<string, BinaryData> Message)> Deletions(TimeProvider time) =>
        new Dictionary<string, (string, Func<string, BinaryData>)>
        {
            [PipelineMap.ArticlesContainer] = (
                PipelineMap.RemovedQueue,
                blob => new BlobDeletedEvent(PipelineMap.ArticlesContainer, blob).ToMessage(time.GetUtcNow())),
        };
}
