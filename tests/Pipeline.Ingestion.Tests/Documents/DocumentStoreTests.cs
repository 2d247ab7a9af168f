using System.Net;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Options;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Documents;
using Pipeline.LocalCosmos;
using Pipeline.LocalCosmos.Faults;

namespace Pipeline.Ingestion.Tests.Documents;

public sealed class DocumentStoreTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    private readonly LocalCosmosAccount _account = LocalCosmosAccount.OpenTemporary();
    private readonly CosmosClient _client;
    private readonly DocumentStore _store;

    public DocumentStoreTests()
    {
        _client = _account.CreateClient();
        _store = new DocumentStore(new CosmosContainers(_client, Options.Create(new CosmosOptions())));
    }

    public Task InitializeAsync() => CosmosSchema.CreateAsync(_client, new CosmosOptions().Database, CancellationToken.None);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _account.Dispose();
    }

    [Fact]
    public async Task SaveAsync_NewDocument_StandsThereAsItWasGiven()
    {
        var document = SampleDocument.Create(etag: "v1", crawledAt: Monday);

        Assert.IsType<SaveResult.Saved>(await _store.SaveAsync(document, default));

        var read = await _store.TryReadAsync(document.Id, default);
        Assert.Equal(document.Text, read!.Text);
        Assert.Equal(document.Entities[0].Mentions, read.Entities[0].Mentions);
        Assert.NotNull(read.ETag);
    }

    [Fact]
    public async Task SaveAsync_SameVersionAgain_ChangesNothing()
    {
        var document = SampleDocument.Create(etag: "v1", crawledAt: Monday);
        await _store.SaveAsync(document, default);
        var before = await _store.TryReadAsync(document.Id, default);

        Assert.IsType<SaveResult.Unchanged>(await _store.SaveAsync(document with { LastSeen = Monday.AddDays(1) }, default));

        Assert.Equal(before!.ETag, (await _store.TryReadAsync(document.Id, default))!.ETag);
    }

    [Fact]
    public async Task SaveAsync_NewerContent_IsTheNextRevisionAndKeepsFirstSeen()
    {
        var first = SampleDocument.Create(etag: "v1", crawledAt: Monday, contentHash: "one");
        await _store.SaveAsync(first, default);

        var second = SampleDocument.Create(etag: "v2", crawledAt: Monday.AddDays(1), contentHash: "two");
        Assert.IsType<SaveResult.Saved>(await _store.SaveAsync(second, default));

        var read = await _store.TryReadAsync(first.Id, default);
        Assert.Equal(2, read!.Revision);
        Assert.Equal(first.FirstSeen, read.FirstSeen);
        Assert.Equal(second.LastSeen, read.LastSeen);
        Assert.Equal("v2", read.Provenance.ETag);
    }

    [Fact]
    public async Task SaveAsync_NewerVersionOfTheSameContent_IsNoNewRevision()
    {
        await _store.SaveAsync(SampleDocument.Create(etag: "v1", crawledAt: Monday, contentHash: "one"), default);

        await _store.SaveAsync(SampleDocument.Create(etag: "v2", crawledAt: Monday.AddDays(1), contentHash: "one"), default);

        Assert.Equal(1, (await _store.TryReadAsync(SampleDocument.Id, default))!.Revision);
    }

    [Fact]
    public async Task SaveAsync_OlderVersion_DoesNotReplaceANewerOne()
    {
        await _store.SaveAsync(SampleDocument.Create(etag: "v2", crawledAt: Monday.AddDays(1)), default);

        var late = SampleDocument.Create(etag: "v1", crawledAt: Monday);
        Assert.IsType<SaveResult.Superseded>(await _store.SaveAsync(late, default));

        Assert.Equal("v2", (await _store.TryReadAsync(SampleDocument.Id, default))!.Provenance.ETag);
    }

    [Fact]
    public async Task SaveAsync_ManyVersionsAtOnce_TheNewestStands()
    {
        var versions = Enumerable.Range(1, 12)
            .Select(n => SampleDocument.Create(etag: $"v{n}", crawledAt: Monday.AddHours(n), contentHash: $"{n}"))
            .OrderBy(document => document.ContentHash, StringComparer.Ordinal);

        await Task.WhenAll(versions.Select(document => Task.Run(() => _store.SaveAsync(document, default))));

        Assert.Equal("v12", (await _store.TryReadAsync(SampleDocument.Id, default))!.Provenance.ETag);
    }

    [Fact]
    public async Task SaveAsync_OverTwoMegabytes_SaysSoAndSendsNothing()
    {
        var document = SampleDocument.Create(etag: "v1", crawledAt: Monday) with { Text = new string('x', DocumentStore.MaxItemBytes) };

        var result = Assert.IsType<SaveResult.TooLarge>(await _store.SaveAsync(document, default));

        Assert.Contains("2,097,152", result.Reason, StringComparison.Ordinal);
        Assert.Null(await _store.TryReadAsync(document.Id, default));
    }

    [Fact]
    public async Task SaveAsync_ServiceUnavailable_Throws()
    {
        _account.Faults.Add(target => target.Operation == CosmosOperation.CreateItem, Fault.ServiceUnavailable, times: 50);

        var exception = await Assert.ThrowsAsync<CosmosException>(
            () => _store.SaveAsync(SampleDocument.Create(etag: "v1", crawledAt: Monday), default));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.StatusCode);
    }
}
