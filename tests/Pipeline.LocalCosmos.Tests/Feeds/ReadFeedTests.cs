using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Feeds;

public sealed class ReadFeedTests : IDisposable
{
    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Read_AllItems_PageByPageWithContinuation()
    {
        var container = await _local.CreateContainerAsync();
        for (var i = 0; i < 12; i++)
        {
            var item = new Item($"{i}", i % 2 == 0 ? "a" : "b", i);
            await container.CreateItemAsync(item, new PartitionKey(item.pk));
        }

        var numbers = new List<int>();
        string? continuation = null;
        do
        {
            using var iterator = container.GetItemQueryIterator<Item>(
                continuationToken: continuation, requestOptions: new QueryRequestOptions { MaxItemCount = 5 });
            var page = await iterator.ReadNextAsync();
            Assert.True(page.Count <= 5);
            numbers.AddRange(page.Select(item => item.n));
            continuation = page.ContinuationToken;
        }
        while (continuation is not null);

        Assert.Equal(Enumerable.Range(0, 12), numbers);
    }

    [Fact]
    public async Task Read_OnePartition_LeaksNoOther()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a"), new PartitionKey("a"));
        await container.CreateItemAsync(new Item("2", "b"), new PartitionKey("b"));

        using var iterator = container.GetItemQueryIterator<Item>(
            requestOptions: new QueryRequestOptions { PartitionKey = new PartitionKey("b") });
        var page = await iterator.ReadNextAsync();

        Assert.Equal("2", Assert.Single(page).id);
    }
}
