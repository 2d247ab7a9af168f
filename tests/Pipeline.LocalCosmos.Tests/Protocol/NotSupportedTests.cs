using System.Net;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Scripts;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Protocol;

public sealed class NotSupportedTests : IDisposable
{
    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task CreateContainer_HierarchicalPartitionKey_BadRequestWithReason()
    {
        Database database = await _local.Client.CreateDatabaseAsync("db");

        var refused = await Refused.WithAsync(HttpStatusCode.BadRequest,
            () => database.CreateContainerAsync(new ContainerProperties("items", ["/tenant", "/user"])));

        Assert.Contains("Hierarchical partition keys", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateStoredProcedure_Any_BadRequestWithReason()
    {
        var container = await _local.CreateContainerAsync();

        var refused = await Refused.WithAsync(HttpStatusCode.BadRequest, () => container.Scripts.CreateStoredProcedureAsync(
            new StoredProcedureProperties("procedure", "function () {}")));

        Assert.Contains("does not support POST", refused.Message, StringComparison.Ordinal);
    }
}
