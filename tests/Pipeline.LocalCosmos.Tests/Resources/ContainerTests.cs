using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Resources;

public sealed class ContainerTests : IDisposable
{
    private static readonly PartitionKey A = new("a");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task CreateDatabaseIfNotExists_Twice_CreatesOnce()
    {
        var first = await _local.Client.CreateDatabaseIfNotExistsAsync("db");
        var second = await _local.Client.CreateDatabaseIfNotExistsAsync("db");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        await Refused.WithAsync(HttpStatusCode.Conflict, () => _local.Client.CreateDatabaseAsync("db"));
    }

    [Fact]
    public async Task CreateContainerIfNotExists_Twice_CreatesOnce()
    {
        Database database = await _local.Client.CreateDatabaseAsync("db");
        var first = await database.CreateContainerIfNotExistsAsync("items", "/pk");
        var second = await database.CreateContainerIfNotExistsAsync("items", "/pk");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        await Refused.WithAsync(HttpStatusCode.Conflict, () => database.CreateContainerAsync("items", "/pk"));
    }

    [Fact]
    public async Task Read_MissingDatabaseOrContainer_NotFound()
    {
        Database database = await _local.Client.CreateDatabaseAsync("db");

        await Refused.WithAsync(HttpStatusCode.NotFound, () => _local.Client.GetDatabase("none").ReadAsync());
        await Refused.WithAsync(HttpStatusCode.NotFound, () => database.GetContainer("none").ReadContainerAsync());
        await Refused.WithAsync(
            HttpStatusCode.NotFound, () => database.GetContainer("none").CreateItemAsync(new Item("1", "a"), A));
    }

    [Fact]
    public async Task DeleteContainer_ThenCreateAgain_StartsEmpty()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a"), A);
        await container.DeleteContainerAsync();
        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadContainerAsync());
        await container.Database.CreateContainerAsync("items", "/pk");

        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("1", A));
        await container.CreateItemAsync(new Item("1", "a"), A);
    }

    [Fact]
    public async Task Calls_ClientThatKnewTheContainerBeforeItWasMadeAnew_ReachTheNewOne()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a"), new PartitionKey("a"));
        using var other = _local.Account.CreateClient();
        var stale = other.GetContainer(container.Database.Id, container.Id);
        await stale.ReadItemAsync<Item>("1", new PartitionKey("a"));

        await container.DeleteContainerAsync();
        await container.Database.CreateContainerAsync("items", "/pk");

        await Refused.WithAsync(HttpStatusCode.NotFound, () => stale.ReadItemAsync<Item>("1", new PartitionKey("a")));
        await stale.CreateItemAsync(new Item("2", "a"), new PartitionKey("a"));
        using var fresh = _local.Account.CreateClient();
        var items = await fresh.GetContainer(container.Database.Id, container.Id).QueryAsync<Item>("SELECT * FROM c");
        Assert.Equal("2", Assert.Single(items).id);
    }

    [Fact]
    public async Task DeleteDatabase_WithContainers_TakesThemAlong()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a"), A);
        await container.Database.DeleteAsync();
        await _local.Client.CreateDatabaseAsync(container.Database.Id);

        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadContainerAsync());
    }

    [Fact]
    public async Task ReadContainer_WithPolicies_GivesThemBack()
    {
        var container = await _local.CreateContainerAsync("/a/b", properties =>
        {
            properties.DefaultTimeToLive = 60;
            properties.UniqueKeyPolicy.UniqueKeys.Add(new UniqueKey { Paths = { "/email" } });
            properties.IndexingPolicy.IncludedPaths.Add(new IncludedPath { Path = "/*" });
            properties.IndexingPolicy.ExcludedPaths.Add(new ExcludedPath { Path = "/text/*" });
        });

        ContainerProperties read = await container.ReadContainerAsync();

        Assert.Equal("/a/b", read.PartitionKeyPath);
        Assert.Equal(60, read.DefaultTimeToLive);
        Assert.Equal("/email", Assert.Single(Assert.Single(read.UniqueKeyPolicy.UniqueKeys).Paths));
        Assert.Contains(read.IndexingPolicy.ExcludedPaths, path => path.Path == "/text/*");
    }

    [Fact]
    public async Task CreateContainer_IndexingPolicyWithoutTheRoot_BadRequest()
    {
        await Refused.WithAsync(HttpStatusCode.BadRequest, () => _local.CreateContainerAsync(configure: properties =>
            properties.IndexingPolicy.ExcludedPaths.Add(new ExcludedPath { Path = "/text/*" })));
    }

    [Fact]
    public async Task ReplaceContainer_UniqueKeysTouchedButNotChanged_IsTaken()
    {
        var container = await _local.CreateContainerAsync();
        ContainerProperties properties = await container.ReadContainerAsync();
        Assert.Empty(properties.UniqueKeyPolicy.UniqueKeys);
        properties.DefaultTimeToLive = 7;

        await container.ReplaceContainerAsync(properties);

        Assert.Equal(7, (await container.ReadContainerAsync()).Resource.DefaultTimeToLive);
    }

    [Fact]
    public async Task ReplaceContainer_OtherPartitionKey_BadRequest()
    {
        var container = await _local.CreateContainerAsync();

        await Refused.WithAsync(HttpStatusCode.BadRequest,
            () => container.ReplaceContainerAsync(new ContainerProperties("items", "/other")));
    }

    [Fact]
    public async Task Create_SameUniqueKeyInPartition_Conflicts()
    {
        var container = await _local.CreateContainerAsync(configure: properties =>
            properties.UniqueKeyPolicy.UniqueKeys.Add(new UniqueKey { Paths = { "/text", "/n" } }));
        await container.CreateItemAsync(new Item("1", "a", 1, "x"), A);

        await Refused.WithAsync(HttpStatusCode.Conflict, () => container.CreateItemAsync(new Item("2", "a", 1, "x"), A));
        await container.CreateItemAsync(new Item("2", "a", 2, "x"), A);
        await Refused.WithAsync(HttpStatusCode.Conflict, () => container.UpsertItemAsync(new Item("2", "a", 1, "x"), A));
        await container.CreateItemAsync(new Item("2", "b", 1, "x"), new PartitionKey("b"));
        await container.UpsertItemAsync(new Item("1", "a", 1, "x"), A);
    }
}
