using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;

namespace Pipeline.Ingestion.Cosmos;

/// <summary>The containers of the pipeline's database.</summary>
public sealed class CosmosContainers(CosmosClient client, IOptions<CosmosOptions> options)
{
    private readonly Database _database = client.GetDatabase(options.Value.Database);

    /// <summary>The documents that consumers read.</summary>
    public Container Articles => _database.GetContainer(CosmosSchema.Articles.Id);

    /// <summary>What the deduplicator remembers.</summary>
    public Container Fingerprints => _database.GetContainer(CosmosSchema.Fingerprints.Id);

    /// <summary>Small documents for dashboards.</summary>
    public Container Views => _database.GetContainer(CosmosSchema.Views.Id);

    /// <summary>State of the change feed's readers.</summary>
    public Container Leases => _database.GetContainer(CosmosSchema.Leases.Id);
}
