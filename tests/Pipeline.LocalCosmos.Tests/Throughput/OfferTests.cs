using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Throughput;

public sealed class OfferTests : IDisposable
{
    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task ReadThroughput_OfContainer_IsWhatItWasCreatedWith()
    {
        Database database = await _local.Client.CreateDatabaseAsync("db");
        Container plain = await database.CreateContainerAsync("plain", "/pk");
        Container more = await database.CreateContainerAsync("more", "/pk", throughput: 1200);
        Container scaling = await database.CreateContainerAsync(
            new ContainerProperties("scaling", "/pk"), ThroughputProperties.CreateAutoscaleThroughput(4000));

        Assert.Equal(400, await plain.ReadThroughputAsync());
        Assert.Equal(1200, await more.ReadThroughputAsync());
        Assert.Equal(4000, (await scaling.ReadThroughputAsync(new RequestOptions())).Resource.AutoscaleMaxThroughput);
        Assert.Null(await database.ReadThroughputAsync());
    }

    [Fact]
    public async Task ReplaceThroughput_OfContainer_IsRemembered()
    {
        var container = await _local.CreateContainerAsync();

        await container.ReplaceThroughputAsync(900);

        Assert.Equal(900, await container.ReadThroughputAsync());
    }

    [Fact]
    public async Task CreateContainer_InDatabaseWithThroughput_SharesIt()
    {
        Database database = await _local.Client.CreateDatabaseAsync("db", throughput: 500);
        Container container = await database.CreateContainerAsync("shared", "/pk");

        Assert.Equal(500, await database.ReadThroughputAsync());
        Assert.Null(await container.ReadThroughputAsync());
    }

    [Fact]
    public async Task CreateContainer_TooLittleThroughput_BadRequest()
    {
        Database database = await _local.Client.CreateDatabaseAsync("db");

        await Refused.WithAsync(HttpStatusCode.BadRequest, () => database.CreateContainerAsync("little", "/pk", throughput: 100));
    }
}
