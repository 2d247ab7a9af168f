using System.Net;
using Microsoft.Azure.Cosmos;
using Newtonsoft.Json.Linq;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Patches;

public sealed class PatchTests : IDisposable
{
    private static readonly PartitionKey A = new("a");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Patch_EveryOperation_ChangesTheItem()
    {
        var container = await CreateAsync("""{"id":"1","pk":"a","n":1,"list":[1,2,3],"deep":{"x":"y"},"old":"o","gone":true}""");

        var response = await container.PatchItemAsync<JObject>("1", A,
        [
            PatchOperation.Add("/list/0", 0),
            PatchOperation.Add("/list/-", 4),
            PatchOperation.Set("/list/1", 10),
            PatchOperation.Set("/deep/z", new { w = "ü" }),
            PatchOperation.Replace("/deep/x", "Y"),
            PatchOperation.Remove("/gone"),
            PatchOperation.Increment("/n", 41),
            PatchOperation.Increment("/fresh", 1.5),
            PatchOperation.Move("/old", "/new"),
        ]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var expected = JObject.Parse(
            """{"id":"1","pk":"a","n":42,"list":[0,10,2,3,4],"deep":{"x":"Y","z":{"w":"ü"}},"fresh":1.5,"new":"o"}""");
        AssertUserPart(expected, response.Resource);
        AssertUserPart(expected, (await container.ReadItemAsync<JObject>("1", A)).Resource);
    }

    [Theory]
    [InlineData("replace", "/none")]
    [InlineData("remove", "/none")]
    [InlineData("remove", "/list/3")]
    [InlineData("add", "/none/below")]
    [InlineData("add", "/list/9")]
    [InlineData("increment", "/text")]
    [InlineData("set", "/id")]
    [InlineData("set", "/pk")]
    [InlineData("set", "/_ts")]
    public async Task Patch_DoesNotFit_BadRequestAndUnchanged(string operation, string path)
    {
        var container = await CreateAsync("""{"id":"1","pk":"a","n":1,"list":[1,2,3],"text":"x"}""");
        var step = operation switch
        {
            "replace" => PatchOperation.Replace(path, 1),
            "remove" => PatchOperation.Remove(path),
            "add" => PatchOperation.Add(path, 1),
            "increment" => PatchOperation.Increment(path, 1),
            _ => PatchOperation.Set(path, "other"),
        };

        await Refused.WithAsync(HttpStatusCode.BadRequest,
            () => container.PatchItemAsync<JObject>("1", A, [PatchOperation.Set("/n", 2), step]));

        Assert.Equal(1, (await container.ReadItemAsync<Item>("1", A)).Resource.n);
    }

    [Fact]
    public async Task Patch_MissingItem_NotFound()
    {
        var container = await CreateAsync("""{"id":"1","pk":"a"}""");

        await Refused.WithAsync(HttpStatusCode.NotFound,
            () => container.PatchItemAsync<JObject>("2", A, [PatchOperation.Set("/n", 2)]));
    }

    [Fact]
    public async Task Patch_StaleETag_PreconditionFailed()
    {
        var container = await CreateAsync("""{"id":"1","pk":"a"}""");

        await Refused.WithAsync(HttpStatusCode.PreconditionFailed, () => container.PatchItemAsync<JObject>(
            "1", A, [PatchOperation.Set("/n", 2)], new() { IfMatchEtag = "\"stale\"" }));
    }

    private async Task<Container> CreateAsync(string json)
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(JObject.Parse(json), A);
        return container;
    }

    private static void AssertUserPart(JObject expected, JObject actual)
    {
        var user = new JObject(actual.Properties().Where(property => !property.Name.StartsWith('_')));
        Assert.True(JToken.DeepEquals(expected, user), user.ToString());
    }
}
