using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Patches;

public sealed class PatchConditionTests : IDisposable
{
    private static readonly PartitionKey A = new("a");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Patch_ConditionHolds_Changes()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a", 5, "x"), A);

        var response = await PatchAsync(container, "FROM c WHERE c.n > 4 AND c.text = 'x'");

        Assert.Equal(6, response.Resource.n);
    }

    [Fact]
    public async Task Patch_ConditionFails_PreconditionFailedAndUnchanged()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a", 5, "x"), A);

        await Refused.WithAsync(HttpStatusCode.PreconditionFailed, () => PatchAsync(container, "FROM c WHERE c.n > 5"));

        Assert.Equal(5, (await container.ReadItemAsync<Item>("1", A)).Resource.n);
    }

    [Fact]
    public async Task Patch_ConditionThatIsNoCondition_BadRequest()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a", 5, "x"), A);

        await Refused.WithAsync(HttpStatusCode.BadRequest, () => PatchAsync(container, "FROM c WHERE c.n >"));
    }

    private static Task<ItemResponse<Item>> PatchAsync(Container container, string condition) => container.PatchItemAsync<Item>(
        "1", A, [PatchOperation.Increment("/n", 1)], new PatchItemRequestOptions { FilterPredicate = condition });
}
