using System.Globalization;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Protocol;

public sealed class SessionTests : IDisposable
{
    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task SessionToken_AfterEachWrite_Grows()
    {
        var container = await _local.CreateContainerAsync();

        var first = await container.CreateItemAsync(new Item("1", "a"), new PartitionKey("a"));
        var second = await container.UpsertItemAsync(new Item("1", "a"), new PartitionKey("a"));
        var read = await container.ReadItemAsync<Item>(
            "1", new PartitionKey("a"), new ItemRequestOptions { SessionToken = second.Headers.Session });

        Assert.True(Lsn(second.Headers.Session) > Lsn(first.Headers.Session));
        Assert.Equal(second.Headers.Session, read.Headers.Session);
    }

    [Fact]
    public async Task Read_ThroughAnotherClientAfterTheWrite_SeesIt()
    {
        var container = await _local.CreateContainerAsync();
        using var other = _local.Account.CreateClient();
        for (var i = 0; i < 20; i++)
        {
            await container.UpsertItemAsync(new Item("1", "a", i), new PartitionKey("a"));
            var read = await other.GetContainer(container.Database.Id, container.Id)
                .ReadItemAsync<Item>("1", new PartitionKey("a"));
            Assert.Equal(i, read.Resource.n);
        }
    }

    private static long Lsn(string token) => long.Parse(token[(token.LastIndexOf('#') + 1)..], CultureInfo.InvariantCulture);
}
