using System.Collections.ObjectModel;
using Microsoft.Azure.Cosmos;

namespace Pipeline.Ingestion.Cosmos;

/// <summary>
/// Containers, partition keys, indexing policies and times to live: the one definition, which emulators are set up from
/// and which the deployment template is tested against.
/// </summary>
public static class CosmosSchema
{
    private const int ThirtyDays = 30 * 24 * 60 * 60;

    /// <summary>Text, mentions and audit are read with their document and never searched: an index on them only costs.</summary>
    public static ContainerProperties Articles => new(PipelineMap.ArticleDocuments, "/id")
    {
        IndexingPolicy = Excluding(
            "/text/?", "/entities/*", "/keyPhrases/*", "/cleaning/*", "/processing/*", "/sources/*", "/counts/*"),
        // Documents stay, but for those that say otherwise: what is left of removed ones.
        DefaultTimeToLive = -1,
    };

    /// <summary>
    /// Looked up by id only, hence no path is indexed; the TTL bounds it. The mode must not be None, under which the service
    /// allows no TTL and keeps no index of ids, which reads of many items use.
    /// </summary>
    public static ContainerProperties Fingerprints => new("fingerprints", "/id")
    {
        IndexingPolicy = new() { ExcludedPaths = { new ExcludedPath { Path = "/*" } } },
        DefaultTimeToLive = ThirtyDays,
    };

    public static ContainerProperties Views => new("views", "/view");

    public static ContainerProperties Leases => new(PipelineMap.FeedLeases, "/id") { IndexingPolicy = NoIndex() };

    public static IReadOnlyList<ContainerProperties> All => [Articles, Fingerprints, Views, Leases];

    /// <summary>Creates what is missing. Only for accounts that no deployment template has set up.</summary>
    public static async Task CreateAsync(CosmosClient client, string database, CancellationToken cancellationToken)
    {
        Database created = await client
            .CreateDatabaseIfNotExistsAsync(database, cancellationToken: cancellationToken);
        foreach (var container in All)
        {
            await created
                .CreateContainerIfNotExistsAsync(container, cancellationToken: cancellationToken);
        }
    }

    private static IndexingPolicy Excluding(params ReadOnlySpan<string> paths)
    {
        var policy = new IndexingPolicy { IncludedPaths = { new IncludedPath { Path = "/*" } } };
        AddAll(policy.ExcludedPaths, paths);
        return policy;
    }

    private static IndexingPolicy NoIndex() => new() { Automatic = false, IndexingMode = IndexingMode.None };

    private static void AddAll(Collection<ExcludedPath> excluded, ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            excluded.Add(new ExcludedPath { Path = path });
        }
    }
}
