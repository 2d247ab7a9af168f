using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Serving;

public sealed class LocalCosmosServerTests : IDisposable
{
    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Client_OverThePort_SeesTheSameAccount()
    {
        var container = await _local.CreateContainerAsync();
        await using var server = await LocalCosmosServer.StartAsync(_local.Account);
        using var client = Connect(server, LocalCosmosAccount.Key);
        var remote = client.GetContainer(container.Database.Id, container.Id);

        await remote.CreateItemAsync(new Item("ä 1", "a", 1), new PartitionKey("a"));
        await remote.PatchItemAsync<Item>("ä 1", new PartitionKey("a"), [PatchOperation.Increment("/n", 1)]);
        using var batch = await remote.CreateTransactionalBatch(new PartitionKey("a"))
            .UpsertItem(new Item("2", "a", 2)).ReadItem("ä 1").ExecuteAsync();

        Assert.True(batch.IsSuccessStatusCode, $"{batch.StatusCode} {batch.ErrorMessage} {batch.Diagnostics}");
        Assert.Equal(2, (await container.ReadItemAsync<Item>("ä 1", new PartitionKey("a"))).Resource.n);
        await remote.DeleteItemAsync<Item>("ä 1", new PartitionKey("a"));
        await Refused.WithAsync(HttpStatusCode.NotFound, () => remote.ReadItemAsync<Item>("ä 1", new PartitionKey("a")));
    }

    [Fact]
    public async Task Client_WithAnotherKey_Unauthorized()
    {
        await using var server = await LocalCosmosServer.StartAsync(_local.Account);
        using var client = Connect(server, Convert.ToBase64String("another key of any length"u8));

        await Refused.WithAsync(HttpStatusCode.Unauthorized, () => client.CreateDatabaseAsync("db"));
    }

    private static CosmosClient Connect(LocalCosmosServer server, string key) => new(
        server.Endpoint.AbsoluteUri, key,
        new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true });
}
