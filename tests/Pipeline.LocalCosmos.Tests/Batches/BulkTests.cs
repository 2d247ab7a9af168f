using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Batches;

public sealed class BulkTests : IDisposable
{
    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task AllowBulkExecution_ManyPartitions_EachOperationStandsAlone()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("7", "7", 70), new PartitionKey("7"));
        using var client = _local.Account.CreateClient(new CosmosClientOptions { AllowBulkExecution = true });
        var bulk = client.GetContainer(container.Database.Id, container.Id);

        var statuses = await Task.WhenAll(Enumerable.Range(0, 250).Select(async i =>
        {
            try
            {
                var key = i.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return (await bulk.CreateItemAsync(new Item(key, key, i), new PartitionKey(key))).StatusCode;
            }
            catch (CosmosException exception)
            {
                return exception.StatusCode;
            }
        }));

        Assert.Equal(HttpStatusCode.Conflict, statuses[7]);
        Assert.Equal(249, statuses.Count(status => status == HttpStatusCode.Created));
        Assert.Equal(70, (await container.ReadItemAsync<Item>("7", new PartitionKey("7"))).Resource.n);
        Assert.Equal(249, (await bulk.ReadItemAsync<Item>("249", new PartitionKey("249"))).Resource.n);
    }
}
