using System.Net;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Linq;
using Newtonsoft.Json.Linq;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Queries;

public sealed class QueryTests : IAsyncLifetime, IDisposable
{
    private readonly LocalAccount _local = new();
    private Container _container = null!;

    /// <summary>Ten items of partition a (n 0..9, text even/odd), five of b (n 10..14).</summary>
    public async Task InitializeAsync()
    {
        _container = await _local.CreateContainerAsync();
        for (var i = 0; i < 15; i++)
        {
            var item = new Item($"{i}", i < 10 ? "a" : "b", i, i % 2 == 0 ? "even" : "odd");
            await _container.CreateItemAsync(item, new PartitionKey(item.pk));
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Query_WithParameters_FindsWhatFits()
    {
        var items = await _container.QueryAsync<Item>(new QueryDefinition("SELECT * FROM c WHERE c.text = @t AND c.n >= @n")
            .WithParameter("@t", "even").WithParameter("@n", 6));

        Assert.Equal([6, 8, 10, 12, 14], items.Select(item => item.n).Order());
    }

    [Fact]
    public async Task Query_InOnePartition_LeaksNoOther()
    {
        var items = await _container.QueryAsync<Item>("SELECT * FROM c", "b");

        Assert.Equal([10, 11, 12, 13, 14], items.Select(item => item.n).Order());
    }

    [Theory]
    [InlineData("SELECT * FROM c")]
    [InlineData("SELECT * FROM c ORDER BY c.n")]
    [InlineData("SELECT * FROM c WHERE c.n >= 0 ORDER BY c.text, c.n DESC")]
    public async Task Query_SmallPages_LosesAndRepeatsNothing(string query)
    {
        var items = await _container.QueryAsync<Item>(query, pageSize: 4);

        Assert.Equal(Enumerable.Range(0, 15), items.Select(item => item.n).Order());
    }

    [Fact]
    public async Task Query_ContinuationGivenToANewIterator_GoesOn()
    {
        var query = new QueryDefinition("SELECT VALUE c.n FROM c ORDER BY c.n DESC");
        using var first = _container.GetItemQueryIterator<int>(query, requestOptions: new() { MaxItemCount = 6 });
        var page = await first.ReadNextAsync();

        using var second = _container.GetItemQueryIterator<int>(query, page.ContinuationToken);
        var rest = await second.ToListAsync();

        Assert.Equal([14, 13, 12, 11, 10, 9], page);
        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1, 0], rest);
    }

    [Fact]
    public async Task Query_Aggregates_CountEveryPartition()
    {
        Assert.Equal([15], await _container.QueryAsync<int>("SELECT VALUE COUNT(1) FROM c"));
        Assert.Equal([105], await _container.QueryAsync<int>("SELECT VALUE SUM(c.n) FROM c"));
        var all = Assert.Single(await _container.QueryAsync<JObject>(
            "SELECT MIN(c.n) AS least, MAX(c.n) AS most, AVG(c.n) AS mean FROM c", "b"));
        Assert.Equal((10, 14, 12.0), ((int)all["least"]!, (int)all["most"]!, (double)all["mean"]!));
    }

    [Fact]
    public async Task Query_GroupByAndDistinct_AcrossPartitions()
    {
        var groups = await _container.QueryAsync<JObject>("SELECT c.text, COUNT(1) AS n FROM c GROUP BY c.text");
        var distinct = await _container.QueryAsync<string>("SELECT DISTINCT VALUE c.text FROM c");

        Assert.Equal([("even", 8), ("odd", 7)],
            groups.Select(group => ((string)group["text"]!, (int)group["n"]!)).Order());
        Assert.Equal(["even", "odd"], distinct.Order());
    }

    [Fact]
    public async Task Query_TopAndOffset_GiveThatPart()
    {
        Assert.Equal([14, 13], await _container.QueryAsync<int>("SELECT TOP 2 VALUE c.n FROM c ORDER BY c.n DESC"));
        Assert.Equal([3, 4, 5], await _container.QueryAsync<int>("SELECT VALUE c.n FROM c ORDER BY c.n OFFSET 3 LIMIT 3"));
    }

    [Fact]
    public async Task Query_ByLinq_FindsWhatFits()
    {
        var query = _container.GetItemLinqQueryable<Item>()
            .Where(item => item.text == "odd" && item.n < 8).OrderByDescending(item => item.n).Select(item => item.id);

        Assert.Equal(["7", "5", "3", "1"], await query.ToFeedIterator().ToListAsync());
        Assert.Equal(15, (await _container.GetItemLinqQueryable<Item>().CountAsync()).Resource);
    }

    [Fact]
    public async Task Query_Malformed_BadRequest()
    {
        await Refused.WithAsync(HttpStatusCode.BadRequest, () => _container.QueryAsync<Item>("SELECT * FRM c"));
    }

    [Fact]
    public async Task ReadMany_SomeMissing_GivesTheOthers()
    {
        var found = await _container.ReadManyItemsAsync<Item>(
            [("1", new("a")), ("3", new("a")), ("12", new("b")), ("12", new("a")), ("none", new("a"))]);

        Assert.Equal(["1", "12", "3"], found.Select(item => item.id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Query_ExpiredItem_IsNotThere()
    {
        var container = await _local.CreateContainerAsync(configure: properties => properties.DefaultTimeToLive = 5);
        await container.CreateItemAsync(new Item("1", "a"), new PartitionKey("a"));
        _local.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Empty(await container.QueryAsync<Item>("SELECT * FROM c"));
        Assert.Equal([0], await container.QueryAsync<int>("SELECT VALUE COUNT(1) FROM c"));
    }
}
