using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Resources;

public sealed class ListingTests : IDisposable
{
    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task List_DatabasesAndContainers_GivesThoseThatAreThere()
    {
        Database one = await _local.Client.CreateDatabaseAsync("one");
        await _local.Client.CreateDatabaseAsync("two");
        await one.CreateContainerAsync("a", "/pk");
        await one.CreateContainerAsync("b", "/pk");

        var databases = await _local.Client.GetDatabaseQueryIterator<DatabaseProperties>().ToListAsync();
        var containers = await one.GetContainerQueryIterator<ContainerProperties>().ToListAsync();

        Assert.Equal(["one", "two"], databases.Select(database => database.Id).Order());
        Assert.Equal(["a", "b"], containers.Select(container => container.Id).Order());
    }

    [Fact]
    public async Task Query_DatabasesAndContainers_FindsWhatFits()
    {
        Database one = await _local.Client.CreateDatabaseAsync("one");
        await _local.Client.CreateDatabaseAsync("two");
        await one.CreateContainerAsync("a", "/pk");
        await one.CreateContainerAsync("b", "/pk");

        var databases = await _local.Client.GetDatabaseQueryIterator<DatabaseProperties>(
            new QueryDefinition("SELECT * FROM c WHERE c.id = @id").WithParameter("@id", "two")).ToListAsync();
        var containers = await one.GetContainerQueryIterator<string>("SELECT VALUE c.id FROM c ORDER BY c.id DESC").ToListAsync();

        Assert.Equal("two", Assert.Single(databases).Id);
        Assert.Equal(["b", "a"], containers);
    }
}
