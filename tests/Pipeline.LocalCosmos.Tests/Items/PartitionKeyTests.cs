using System.Net;
using Microsoft.Azure.Cosmos;
using Newtonsoft.Json.Linq;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Items;

public sealed class PartitionKeyTests : IDisposable
{
    private static readonly string[] Texts =
        ["\"text\"", "\"ü \\\"quoted\\\" \\\\ \\u2028 \U0001F600\"", "\"\"", "5", "5.5", "-0.001", "1e300", "true", "false", "null"];

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    public static TheoryData<string> Values { get; } = [.. Texts];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Read_EveryKindOfValue_FindsItsItemOnly(string json)
    {
        var container = await _local.CreateContainerAsync();
        foreach (var other in Texts)
            await container.CreateItemAsync(Document(other), Key(other));

        var read = await container.ReadItemAsync<JObject>("1", Key(json));
        using var iterator = container.GetItemQueryIterator<JObject>(
            "SELECT * FROM c", requestOptions: new QueryRequestOptions { PartitionKey = Key(json) });
        var queried = Assert.Single(await iterator.ToListAsync());

        Assert.True(JToken.DeepEquals(JToken.Parse(json), read.Resource["pk"]));
        Assert.True(JToken.DeepEquals(JToken.Parse(json), queried["pk"]));
    }

    [Fact]
    public async Task Create_PartitionKeyAnArray_BadRequest()
    {
        var container = await _local.CreateContainerAsync();

        await Refused.WithAsync(HttpStatusCode.BadRequest,
            () => container.CreateItemAsync(JObject.Parse("""{"id":"1","pk":[1]}"""), new PartitionKey("a")));
    }

    [Fact]
    public async Task Read_IdWithEveryAllowedSign_FindsIt()
    {
        var container = await _local.CreateContainerAsync();
        foreach (var id in (string[])["a b", "ä\U0001F600", "50%", "a+b&c=d", "<x>'\"", "a:b;c@d", "~.-_"])
        {
            await container.CreateItemAsync(new Item(id, "a"), new PartitionKey("a"));
            Assert.Equal(id, (await container.ReadItemAsync<Item>(id, new PartitionKey("a"))).Resource.id);
        }
    }

    private static JObject Document(string json) => new() { ["id"] = "1", ["pk"] = JToken.Parse(json) };

    private static PartitionKey Key(string json) => JToken.Parse(json) switch
    {
        { Type: JTokenType.String } text => new PartitionKey((string)text!),
        { Type: JTokenType.Boolean } flag => new PartitionKey((bool)flag),
        { Type: JTokenType.Null } => PartitionKey.Null,
        var number => new PartitionKey((double)number),
    };
}
