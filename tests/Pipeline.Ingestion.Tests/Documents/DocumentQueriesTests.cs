using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Documents;
using Pipeline.LocalCosmos;

namespace Pipeline.Ingestion.Tests.Documents;

/// <summary>
/// Every query text of the product, as written and through the SDK's native planner, which is the service's own parser. The SDK
/// reads the switch at each query; that the other tests of this assembly query nothing keeps it from reaching them.
/// </summary>
public sealed class DocumentQueriesTests
{
    private const string PlannerSwitch = "AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OfBlob_OneOfTwoBlobs_GivesItsDocumentOnly(bool nativePlanner)
    {
        using var account = LocalCosmosAccount.OpenTemporary();
        using var client = account.CreateClient();
        await CosmosSchema.CreateAsync(client, new CosmosOptions().Database, CancellationToken.None);
        var containers = new CosmosContainers(client, Options.Create(new CosmosOptions()));
        var store = new DocumentStore(containers);
        var document = SampleDocument.Create(etag: "v1", crawledAt: DateTimeOffset.UnixEpoch);
        await store.SaveAsync(document, default);
        await store.SaveAsync(document with { Id = "other", Provenance = document.Provenance with { Blob = "other.txt" } }, default);

        Environment.SetEnvironmentVariable(PlannerSwitch, nativePlanner ? "true" : null);
        try
        {
            var query = new QueryDefinition(DocumentQueries.OfBlob).WithParameter("@blob", document.Provenance.Blob);
            var found = new List<string>();
            await foreach (var item in containers.Articles.ReadAllAsync(query, default))
            {
                found.Add(item.Id);
            }

            Assert.Equal([document.Id], found);
        }
        finally
        {
            Environment.SetEnvironmentVariable(PlannerSwitch, null);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ClusterMembers_OneOfTwoLeads_AllAndThatOneAreFound(bool nativePlanner)
    {
        using var account = LocalCosmosAccount.OpenTemporary();
        using var client = account.CreateClient();
        await CosmosSchema.CreateAsync(client, new CosmosOptions().Database, CancellationToken.None);
        var articles = client.GetContainer(new CosmosOptions().Database, CosmosSchema.Articles.Id);
        foreach (var (id, minute) in new[] { ("b", 2), ("a", 1) })
        {
            var provenance = new { crawledAt = DateTimeOffset.UnixEpoch.AddMinutes(minute) };
            await articles.CreateItemAsync(new { id, clusterId = "k", isCanonical = id == "b", provenance });
        }

        Environment.SetEnvironmentVariable(PlannerSwitch, nativePlanner ? "true" : null);
        try
        {
            var members = new CosmosClusterMembers(articles);
            Assert.Equal(["a", "b"], (await members.FindAsync("k", 9, default)).Select(member => member.Id));
            Assert.Equal(["b"], (await members.FindLeadersAsync("k", default)).Select(member => member.Id));
        }
        finally
        {
            Environment.SetEnvironmentVariable(PlannerSwitch, null);
        }
    }
}
