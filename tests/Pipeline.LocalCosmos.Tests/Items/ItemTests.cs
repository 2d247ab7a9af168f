using System.Net;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Items;

public sealed class ItemTests : IDisposable
{
    private static readonly PartitionKey A = new("a");
    private static readonly PartitionKey B = new("b");

    private readonly LocalAccount _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task Create_NewItem_CanBeRead()
    {
        var container = await _local.CreateContainerAsync();

        var created = await container.CreateItemAsync(new Item("1", "a", 7, "grüße \U0001F600 \"quoted\""), A);
        var read = await container.ReadItemAsync<Item>("1", A);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal("grüße \U0001F600 \"quoted\"", read.Resource.text);
        Assert.Equal(created.ETag, read.ETag);
        Assert.Equal(read.ETag, read.Resource._etag);
    }

    [Fact]
    public async Task Create_SameIdInPartition_Conflicts()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a", 1), A);

        await Refused.WithAsync(HttpStatusCode.Conflict, () => container.CreateItemAsync(new Item("1", "a", 2), A));

        Assert.Equal(1, (await container.ReadItemAsync<Item>("1", A)).Resource.n);
    }

    [Fact]
    public async Task Create_SameIdInOtherPartition_IsAnotherItem()
    {
        var container = await _local.CreateContainerAsync();
        await container.CreateItemAsync(new Item("1", "a", 1), A);
        await container.CreateItemAsync(new Item("1", "b", 2), B);

        Assert.Equal(1, (await container.ReadItemAsync<Item>("1", A)).Resource.n);
        Assert.Equal(2, (await container.ReadItemAsync<Item>("1", B)).Resource.n);
        await container.DeleteItemAsync<Item>("1", A);
        Assert.Equal(2, (await container.ReadItemAsync<Item>("1", B)).Resource.n);
    }

    [Fact]
    public async Task Read_MissingId_NotFound()
    {
        var container = await _local.CreateContainerAsync();

        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReadItemAsync<Item>("none", A));
        using var stream = await container.ReadItemStreamAsync("none", A);
        Assert.Equal(HttpStatusCode.NotFound, stream.StatusCode);
    }

    [Fact]
    public async Task Upsert_TwiceTheSameId_CreatesThenReplaces()
    {
        var container = await _local.CreateContainerAsync();

        var first = await container.UpsertItemAsync(new Item("1", "a", 1), A);
        var second = await container.UpsertItemAsync(new Item("1", "a", 2), A);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal(2, (await container.ReadItemAsync<Item>("1", A)).Resource.n);
    }

    [Fact]
    public async Task Upsert_PartitionKeyUnlikeHeader_BadRequest()
    {
        var container = await _local.CreateContainerAsync();

        var refused = await Refused.WithAsync(
            HttpStatusCode.BadRequest, () => container.UpsertItemAsync(new Item("1", "a"), B));

        Assert.Equal(1001, refused.SubStatusCode);
    }

    [Fact]
    public async Task Replace_StaleETag_PreconditionFailed()
    {
        var container = await _local.CreateContainerAsync();
        var created = await container.CreateItemAsync(new Item("1", "a", 1), A);
        await container.ReplaceItemAsync(new Item("1", "a", 2), "1", A, new() { IfMatchEtag = created.ETag });

        await Refused.WithAsync(HttpStatusCode.PreconditionFailed,
            () => container.ReplaceItemAsync(new Item("1", "a", 3), "1", A, new() { IfMatchEtag = created.ETag }));
        await Refused.WithAsync(HttpStatusCode.PreconditionFailed,
            () => container.UpsertItemAsync(new Item("1", "a", 3), A, new() { IfMatchEtag = created.ETag }));
        await Refused.WithAsync(HttpStatusCode.PreconditionFailed,
            () => container.DeleteItemAsync<Item>("1", A, new() { IfMatchEtag = created.ETag }));

        Assert.Equal(2, (await container.ReadItemAsync<Item>("1", A)).Resource.n);
    }

    [Fact]
    public async Task Replace_MissingId_NotFound()
    {
        var container = await _local.CreateContainerAsync();

        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.ReplaceItemAsync(new Item("1", "a"), "1", A));
        await Refused.WithAsync(HttpStatusCode.NotFound, () => container.DeleteItemAsync<Item>("1", A));
    }

    [Fact]
    public async Task Read_IfNoneMatchCurrentETag_NotModified()
    {
        var container = await _local.CreateContainerAsync();
        var created = await container.CreateItemAsync(new Item("1", "a"), A);

        using var same = await container.ReadItemStreamAsync("1", A, new() { IfNoneMatchEtag = created.ETag });
        using var other = await container.ReadItemStreamAsync("1", A, new() { IfNoneMatchEtag = "\"other\"" });

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Create_MoreThanTwoMegabytes_TooLarge()
    {
        var container = await _local.CreateContainerAsync();

        await Refused.WithAsync(HttpStatusCode.RequestEntityTooLarge,
            () => container.CreateItemAsync(new Item("1", "a", 0, new string('x', 2 * 1024 * 1024)), A));
        await container.CreateItemAsync(new Item("2", "a", 0, new string('x', 2 * 1024 * 1024 - 1000)), A);
    }

    [Fact]
    public async Task Create_WithoutContentResponse_ReturnsNoBody()
    {
        var container = await _local.CreateContainerAsync();

        var created = await container.CreateItemAsync(
            new Item("1", "a"), A, new() { EnableContentResponseOnWrite = false });

        Assert.Null(created.Resource);
        Assert.NotNull(created.ETag);
    }

    [Fact]
    public async Task Read_PartitionKeyNone_FindsItemWithoutTheProperty()
    {
        var container = await _local.CreateContainerAsync("/missing/deep");
        await container.CreateItemAsync(new Item("1", "a"), PartitionKey.None);

        Assert.Equal("1", (await container.ReadItemAsync<Item>("1", PartitionKey.None)).Resource.id);
    }
}
