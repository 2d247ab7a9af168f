using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Charges;

public sealed class RequestChargeTests : IDisposable
{
    private static readonly PartitionKey A = new("a");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Theory]
    [InlineData(400, 1, 1, 5, 5)]
    [InlineData(100 * 1024 - 300, 9.9, 10.1, 49, 51)]
    public async Task ReadAndWrite_BySize_FollowThePublishedTable(
        int length, double leastRead, double mostRead, double leastWrite, double mostWrite)
    {
        var container = await _local.CreateContainerAsync(configure: NothingIndexed);

        var write = await container.CreateItemAsync(new Item("1", "a", 0, new string('x', length)), A);
        var read = await container.ReadItemAsync<Item>("1", A);

        Assert.InRange(write.RequestCharge, leastWrite, mostWrite);
        Assert.InRange(read.RequestCharge, leastRead, mostRead);
    }

    [Fact]
    public async Task Create_PropertiesOutsideTheIndex_CostLess()
    {
        var all = await _local.CreateContainerAsync();
        var some = await _local.CreateContainerAsync(configure: properties =>
        {
            properties.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = "/*" });
            properties.IndexingPolicy.ExcludedPaths.Add(new ExcludedPath { Path = "/list/*" });
        });
        var none = await _local.CreateContainerAsync(configure: NothingIndexed);
        var item = new { id = "1", pk = "a", list = Enumerable.Range(0, 20).ToArray(), n = 1 };

        var charges = new List<double>();
        foreach (var container in (Container[])[none, some, all])
            charges.Add((await container.CreateItemAsync(item, A)).RequestCharge);

        // id, pk and n are three indexed values, the list twenty more.
        Assert.Equal([5, 5 + 3 * 0.15, 5 + 23 * 0.15], charges, (expected, actual) => Math.Abs(expected - actual) < 0.02);
    }

    [Fact]
    public async Task Query_ByIndexAndWithout_PaysForWhatItReads()
    {
        var container = await _local.CreateContainerAsync(configure: properties =>
        {
            properties.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = "/*" });
            properties.IndexingPolicy.ExcludedPaths.Add(new ExcludedPath { Path = "/text/*" });
        });
        for (var i = 0; i < 50; i++)
            await container.CreateItemAsync(new Item($"{i}", "a", i, $"text {i}"), A);

        var one = await ChargeAsync(container, "SELECT * FROM c WHERE c.n = 7");
        var all = await ChargeAsync(container, "SELECT * FROM c WHERE c.n >= 0");
        var scan = await ChargeAsync(container, "SELECT * FROM c WHERE c.text = 'text 7'");

        Assert.InRange(one, 2.3, 3);
        Assert.True(all > one + 10);
        Assert.True(scan > one + 10);
    }

    private static async Task<double> ChargeAsync(Container container, string query)
    {
        using var iterator = container.GetItemQueryIterator<Item>(query);
        var charge = 0.0;
        while (iterator.HasMoreResults)
            charge += (await iterator.ReadNextAsync()).RequestCharge;
        return charge;
    }

    private static void NothingIndexed(ContainerProperties properties)
    {
        properties.IndexingPolicy.IndexingMode = IndexingMode.None;
        properties.IndexingPolicy.Automatic = false;
    }
}
