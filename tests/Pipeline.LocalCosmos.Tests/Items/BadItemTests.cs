using System.Net;
using System.Text;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Items;

public sealed class BadItemTests : IDisposable
{
    private static readonly PartitionKey A = new("a");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    public static TheoryData<string> Bodies { get; } =
    [
        "", "null", "[]", "7", "{", "{\"id\":\"1\"", "{\"pk\":\"a\"}", "{\"id\":1,\"pk\":\"a\"}", "{\"id\":\"\",\"pk\":\"a\"}",
        "{\"id\":\"a/b\",\"pk\":\"a\"}", "{\"id\":\"1\",\"pk\":\"a\"} {}", "{\"id\":\"1\",\"pk\":\"a\",\"ttl\":\"soon\"}",
        "{\"id\":\"1\",\"pk\":\"a\",\"x\":" + new string('[', 200) + new string(']', 200) + "}", "\0\u0001\u0002",
        "{\"id\":\"1\",\"pk\":\"a\",\"x\":{\"y\":1,\"y\":2}}",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Create_BodyThatIsNoItem_BadRequest(string body)
    {
        var container = await _local.CreateContainerAsync();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(body));

        using var response = await container.CreateItemStreamAsync(stream, A);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Create_BytesThatAreNotUtf8_BadRequest()
    {
        var container = await _local.CreateContainerAsync();
        byte[] body = [.. "{\"id\":\"1\",\"pk\":\"a\",\"x\":\""u8, 0xff, 0xfe, .. "\"}"u8];

        using var response = await container.CreateItemStreamAsync(new MemoryStream(body), A);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Create_SystemPropertiesSentAlong_AreTheServersAnyway()
    {
        var container = await _local.CreateContainerAsync();
        using var stream = new MemoryStream("""{"id":"1","pk":"a","_etag":"mine","_ts":1,"_rid":"mine","_lsn":3}"""u8.ToArray());

        using var created = await container.CreateItemStreamAsync(stream, A);
        var read = await container.ReadItemAsync<Newtonsoft.Json.Linq.JObject>("1", A);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(read.ETag, (string?)read.Resource["_etag"]);
        Assert.Equal(_local.Clock.GetUtcNow().ToUnixTimeSeconds(), (long)read.Resource["_ts"]!);
        Assert.NotEqual("mine", (string?)read.Resource["_rid"]);
    }
}
