using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Batches;

public sealed class TransactionalBatchTests : IDisposable
{
    private static readonly PartitionKey A = new("a");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Execute_EveryKindOfOperation_AllAreDone()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("replaced", "a", 1), A);
        await container.CreateItemAsync(new Item("deleted", "a", 1), A);
        await container.CreateItemAsync(new Item("patched", "a", 1), A);

        using var response = await container.CreateTransactionalBatch(A)
            .CreateItem(new Item("created", "a", 5))
            .UpsertItem(new Item("upserted", "a", 6))
            .ReplaceItem("replaced", new Item("replaced", "a", 7))
            .PatchItem("patched", [PatchOperation.Increment("/n", 10)])
            .DeleteItem("deleted")
            .ReadItem("created")
            .ExecuteAsync();

        Assert.True(response.IsSuccessStatusCode, response.ErrorMessage);
        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent,
                HttpStatusCode.OK],
            response.Select(result => result.StatusCode));
        Assert.Equal(5, response.GetOperationResultAtIndex<Item>(5).Resource.n);
        Assert.Equal(11, (await container.ReadItemAsync<Item>("patched", A)).Resource.n);
        Assert.Equal(7, (await container.ReadItemAsync<Item>("replaced", A)).Resource.n);
        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("deleted", A));
        Assert.True(response.RequestCharge > 25);
    }

    [Fact]
    public async Task Execute_OneOperationFails_NothingIsDone()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("there", "a", 1), A);

        using var response = await container.CreateTransactionalBatch(A)
            .CreateItem(new Item("new", "a"))
            .ReplaceItem("there", new Item("there", "a", 2))
            .CreateItem(new Item("there", "a"))
            .DeleteItem("there")
            .ExecuteAsync();

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(
            [HttpStatusCode.FailedDependency, HttpStatusCode.FailedDependency, HttpStatusCode.Conflict,
                HttpStatusCode.FailedDependency],
            response.Select(result => result.StatusCode));
        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("new", A));
        Assert.Equal(1, (await container.ReadItemAsync<Item>("there", A)).Resource.n);
    }

    [Fact]
    public async Task Execute_StaleETag_NothingIsDone()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("there", "a", 1), A);

        using var response = await container.CreateTransactionalBatch(A)
            .CreateItem(new Item("new", "a"))
            .ReplaceItem("there", new Item("there", "a", 2), new() { IfMatchEtag = "\"stale\"" })
            .ExecuteAsync();

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("new", A));
    }

    [Fact]
    public async Task Execute_ItemOfOtherPartition_NothingIsDone()
    {
        var container = await _local.CreateContainerAsync();

        using var response = await container.CreateTransactionalBatch(A)
            .CreateItem(new Item("1", "a"))
            .CreateItem(new Item("2", "b"))
            .ExecuteAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("1", A));
    }

    [Fact]
    public async Task Execute_PatchThatDoesNotFit_NothingIsDone()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("there", "a", 1), A);

        using var response = await container.CreateTransactionalBatch(A)
            .PatchItem("there", [PatchOperation.Increment("/n", 1)])
            .PatchItem("there", [PatchOperation.Remove("/none")])
            .ExecuteAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(1, (await container.ReadItemAsync<Item>("there", A)).Resource.n);
    }
}
