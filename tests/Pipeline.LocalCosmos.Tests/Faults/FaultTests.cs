using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Faults;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Faults;

public sealed class FaultTests : IDisposable
{
    private static readonly PartitionKey A = new("a");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task TooManyRequests_FewerThanTheSdkRetries_IsSurvived()
    {
        var container = await _local.CreateContainerAsync();
        _local.Faults.Add(IsUpsert, Fault.TooManyRequests(TimeSpan.FromMilliseconds(20)), times: 3);

        var response = await container.UpsertItemAsync(new Item("1", "a"), A);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task TooManyRequests_WithoutRetries_TellsWhenToComeBack()
    {
        var container = await _local.CreateContainerAsync();
        using var client = _local.Account.CreateClient(new CosmosClientOptions { MaxRetryAttemptsOnRateLimitedRequests = 0 });
        var impatient = client.GetContainer(container.Database.Id, container.Id);
        await impatient.ReadContainerAsync();
        _local.Faults.Add(IsUpsert, Fault.TooManyRequests(TimeSpan.FromMilliseconds(1500)));

        var refused = await Refused.WithAsync(
            HttpStatusCode.TooManyRequests, () => impatient.UpsertItemAsync(new Item("1", "a"), A));

        Assert.Equal(TimeSpan.FromMilliseconds(1500), refused.RetryAfter);
        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("1", A));
    }

    [Fact]
    public async Task ServiceUnavailable_EveryTime_ReachesTheCaller()
    {
        var container = await _local.CreateContainerAsync();
        _local.Faults.Add(IsUpsert, Fault.ServiceUnavailable, times: int.MaxValue);

        await Refused.WithAsync(
            HttpStatusCode.ServiceUnavailable, () => container.UpsertItemAsync(new Item("1", "a"), A));
    }

    [Fact]
    public async Task CrashAfterCommit_Create_IsThereThoughTheCallFailed()
    {
        var container = await _local.CreateContainerAsync();
        _local.Faults.Add(target => target.Operation == CosmosOperation.CreateItem, Fault.CrashAfterCommit, int.MaxValue);

        await Assert.ThrowsAnyAsync<Exception>(() => container.CreateItemAsync(new Item("1", "a", 3), A));

        Assert.Equal(3, (await container.ReadItemAsync<Item>("1", A)).Resource.n);
    }

    [Fact]
    public async Task CrashAfterCommit_UpsertTriedAgainByTheCaller_EndsAsOneItem()
    {
        var container = await _local.CreateContainerAsync();
        _local.Faults.Add(IsUpsert, Fault.CrashAfterCommit);

        // The SDK does not know whether the write was done, and does not try a write again by itself.
        await Assert.ThrowsAsync<HttpRequestException>(() => container.UpsertItemAsync(new Item("1", "a", 3), A));
        var again = await container.UpsertItemAsync(new Item("1", "a", 3), A);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Single(await container.QueryAsync<Item>("SELECT * FROM c"));
    }

    [Fact]
    public async Task ConnectionLost_Create_IsNotThere()
    {
        var container = await _local.CreateContainerAsync();
        _local.Faults.Add(target => target.Operation == CosmosOperation.CreateItem, Fault.ConnectionLost, int.MaxValue);

        await Assert.ThrowsAnyAsync<Exception>(() => container.CreateItemAsync(new Item("1", "a", 3), A));

        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("1", A));
    }

    [Fact]
    public async Task RequestTimeout_OnRead_HitsOnlyItsTarget()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a"), A);
        await container.CreateItemAsync(new Item("2", "a"), A);
        _local.Faults.Add(target => target is { Operation: CosmosOperation.ReadItem, ItemId: "1" }, Fault.RequestTimeout,
            int.MaxValue);

        await Refused.WithAsync(HttpStatusCode.RequestTimeout, () => container.ReadItemAsync<Item>("1", A));
        await container.ReadItemAsync<Item>("2", A);
        _local.Faults.Clear();
        await container.ReadItemAsync<Item>("1", A);
    }

    private static bool IsUpsert(FaultTarget target) => target.Operation == CosmosOperation.UpsertItem;
}
