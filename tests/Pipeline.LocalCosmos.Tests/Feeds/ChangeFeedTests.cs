using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Feeds;

public sealed class ChangeFeedTests : IDisposable
{
    private static readonly PartitionKey A = new("a");
    private static readonly PartitionKey B = new("b");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Pull_FromBeginning_GivesEachItemOnceInOrderOfItsLastChange()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a", 1), A);
        await container.CreateItemAsync(new Item("2", "b", 1), B);
        await container.UpsertItemAsync(new Item("1", "a", 2), A);
        await container.CreateItemAsync(new Item("3", "a", 1), A);
        await container.DeleteItemAsync<Item>("3", A);

        var (items, _) = await DrainAsync(container, ChangeFeedStartFrom.Beginning());

        Assert.Equal([("2", 1), ("1", 2)], items.Select(item => (item.id, item.n)));
    }

    [Fact]
    public async Task Pull_WithContinuation_GivesOnlyWhatIsNew()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a"), A);
        var (_, continuation) = await DrainAsync(container, ChangeFeedStartFrom.Beginning());
        await container.CreateItemAsync(new Item("2", "a"), A);

        var (items, next) = await DrainAsync(container, ChangeFeedStartFrom.ContinuationToken(continuation));
        var (nothing, _) = await DrainAsync(container, ChangeFeedStartFrom.ContinuationToken(next));

        Assert.Equal("2", Assert.Single(items).id);
        Assert.Empty(nothing);
    }

    [Fact]
    public async Task Pull_SmallPages_LosesAndRepeatsNothing()
    {
        var container = await _local.CreateContainerAsync();
        for (var i = 0; i < 25; i++)
            await container.CreateItemAsync(new Item($"{i}", "a", i), A);

        var (items, _) = await DrainAsync(container, ChangeFeedStartFrom.Beginning(), pageSize: 4);

        Assert.Equal(Enumerable.Range(0, 25), items.Select(item => item.n));
    }

    [Fact]
    public async Task Pull_FromNow_LeavesOutWhatWasThere()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a"), A);
        var (before, continuation) = await DrainAsync(container, ChangeFeedStartFrom.Now());
        await container.CreateItemAsync(new Item("2", "a"), A);

        var (items, _) = await DrainAsync(container, ChangeFeedStartFrom.ContinuationToken(continuation));

        Assert.Empty(before);
        Assert.Equal("2", Assert.Single(items).id);
    }

    [Fact]
    public async Task Pull_FromTime_LeavesOutWhatIsOlder()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("old", "a"), A);
        _local.Clock.Advance(TimeSpan.FromMinutes(10));
        var start = _local.Clock.GetUtcNow().UtcDateTime;
        _local.Clock.Advance(TimeSpan.FromMinutes(10));
        await container.CreateItemAsync(new Item("new", "a"), A);

        var (items, _) = await DrainAsync(container, ChangeFeedStartFrom.Time(start));

        Assert.Equal("new", Assert.Single(items).id);
    }

    [Fact]
    public async Task Pull_OfOnePartition_LeaksNoOther()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a"), A);
        await container.CreateItemAsync(new Item("2", "b"), B);

        var (items, _) = await DrainAsync(container, ChangeFeedStartFrom.Beginning(FeedRange.FromPartitionKey(B)));

        Assert.Equal("2", Assert.Single(items).id);
    }

    [Fact]
    public async Task Pull_OfEveryFeedRange_GivesEverything()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a"), A);
        await container.CreateItemAsync(new Item("2", "b"), B);

        var range = Assert.Single(await container.GetFeedRangesAsync());
        var (items, _) = await DrainAsync(container, ChangeFeedStartFrom.Beginning(range));

        Assert.Equal(["1", "2"], items.Select(item => item.id));
    }

    [Fact]
    public async Task Pull_ExpiredItem_IsNotThere()
    {
        var container = await _local.CreateContainerAsync(configure: properties => properties.DefaultTimeToLive = 5);
        await container.CreateItemAsync(new Item("1", "a"), A);
        _local.Clock.Advance(TimeSpan.FromSeconds(5));

        var (items, _) = await DrainAsync(container, ChangeFeedStartFrom.Beginning());

        Assert.Empty(items);
    }

    private static async Task<(List<Item> Items, string Continuation)> DrainAsync(
        Container container, ChangeFeedStartFrom start, int? pageSize = null)
    {
        var items = new List<Item>();
        using var iterator = container.GetChangeFeedIterator<Item>(
            start, ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = pageSize });
        while (true)
        {
            var page = await iterator.ReadNextAsync();
            if (page.StatusCode == HttpStatusCode.NotModified)
                return (items, page.ContinuationToken);
            Assert.True(page.Count <= (pageSize ?? 100));
            items.AddRange(page);
        }
    }
}
