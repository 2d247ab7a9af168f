using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Items;

public sealed class TimeToLiveTests : IDisposable
{
    private static readonly PartitionKey A = new("a");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Read_AfterContainersTimeToLive_NotFound()
    {
        var container = await _local.CreateContainerAsync(configure: properties => properties.DefaultTimeToLive = 10);
        await container.CreateItemAsync(new Item("1", "a"), A);

        _local.Clock.Advance(TimeSpan.FromSeconds(9));
        await container.ReadItemAsync<Item>("1", A);
        _local.Clock.Advance(TimeSpan.FromSeconds(1));

        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("1", A));
        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReplaceItemAsync(new Item("1", "a"), "1", A));
        var again = await container.CreateItemAsync(new Item("1", "a"), A);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task Read_ItemsOwnTimeToLive_OverridesTheContainers()
    {
        var container = await _local.CreateContainerAsync(configure: properties => properties.DefaultTimeToLive = 10);
        await container.CreateItemAsync(new Item("short", "a") { ttl = 5 }, A);
        await container.CreateItemAsync(new Item("never", "a") { ttl = -1 }, A);

        _local.Clock.Advance(TimeSpan.FromSeconds(5));
        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("short", A));
        _local.Clock.Advance(TimeSpan.FromDays(1000));

        await container.ReadItemAsync<Item>("never", A);
    }

    [Fact]
    public async Task Read_ContainerWithoutTimeToLive_IgnoresTheItems()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a") { ttl = 5 }, A);

        _local.Clock.Advance(TimeSpan.FromDays(1));

        await container.ReadItemAsync<Item>("1", A);
    }

    [Fact]
    public async Task Upsert_BeforeTheEnd_StartsTheTimeAnew()
    {
        var container = await _local.CreateContainerAsync(configure: properties => properties.DefaultTimeToLive = 10);
        await container.UpsertItemAsync(new Item("1", "a"), A);
        _local.Clock.Advance(TimeSpan.FromSeconds(9));
        await container.UpsertItemAsync(new Item("1", "a"), A);
        _local.Clock.Advance(TimeSpan.FromSeconds(9));

        await container.ReadItemAsync<Item>("1", A);
    }

    [Fact]
    public async Task ReplaceContainer_OtherTimeToLive_AppliesToItemsThatAreThere()
    {
        var container = await _local.CreateContainerAsync(configure: properties => properties.DefaultTimeToLive = 10);
        await container.CreateItemAsync(new Item("1", "a"), A);
        await container.CreateItemAsync(new Item("2", "a") { ttl = 500 }, A);
        ContainerProperties properties = await container.ReadContainerAsync();
        properties.DefaultTimeToLive = 100;
        await container.ReplaceContainerAsync(properties);

        _local.Clock.Advance(TimeSpan.FromSeconds(99));
        await container.ReadItemAsync<Item>("1", A);
        _local.Clock.Advance(TimeSpan.FromSeconds(1));

        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("1", A));
        await container.ReadItemAsync<Item>("2", A);
    }

    [Fact]
    public async Task Create_TimeToLiveZero_BadRequest()
    {
        var container = await _local.CreateContainerAsync(configure: properties => properties.DefaultTimeToLive = -1);

        await Refused.WithAsync(HttpStatusCode.BadRequest, () => container.CreateItemAsync(new Item("1", "a") { ttl = 0 }, A));
    }
}
