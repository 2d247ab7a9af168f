using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Items;

public sealed class ConcurrencyTests : IDisposable
{
    private static readonly PartitionKey A = new("a");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Create_SixteenAtOnce_OneWins()
    {
        var container = await _local.CreateContainerAsync();

        var statuses = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            using var response = await container.CreateItemStreamAsync(
                new MemoryStream("""{"id":"1","pk":"a"}"""u8.ToArray()), A);
            return response.StatusCode;
        })));

        Assert.Single(statuses, HttpStatusCode.Created);
        Assert.Equal(15, statuses.Count(status => status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Replace_SixteenCallersCountingByETag_LoseNoCount()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a", 0), A);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => CountOneAsync(container))));

        Assert.Equal(16, (await container.ReadItemAsync<Item>("1", A)).Resource.n);
    }

    private static async Task CountOneAsync(Container container)
    {
        while (true)
        {
            var read = await container.ReadItemAsync<Item>("1", A);
            try
            {
                await container.ReplaceItemAsync(
                    read.Resource with { n = read.Resource.n + 1 }, "1", A, new() { IfMatchEtag = read.ETag });
                return;
            }
            catch (CosmosException exception) when (exception.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                // Another was faster: read again.
            }
        }
    }
}
