using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Ingestion.Language.Caching;
using Pipeline.Testing.InMemory;

namespace Pipeline.Ingestion.Tests.Language.Caching;

public sealed class BlobAnalysisCacheTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryStorage _storage;
    private readonly BlobAnalysisCache _cache;

    public BlobAnalysisCacheTests()
    {
        _storage = new InMemoryStorage(_clock);
        var container = new BlobServiceClient(
            InMemoryStorage.ConnectionString, new BlobClientOptions { Transport = new HttpClientTransport(_storage) }).GetBlobContainerClient("cache");
        container.Create();
        _cache = new BlobAnalysisCache(container, TimeSpan.FromDays(30), _clock);
    }

    [Fact]
    public async Task GetAsync_NothingKept_Null() => Assert.Null(await _cache.GetAsync("a/b.json", default));

    [Fact]
    public async Task GetAsync_Kept_TheLastOne()
    {
        await _cache.SetAsync("a/b.json", BinaryData.FromString("first"), default);
        await _cache.SetAsync("a/b.json", BinaryData.FromString("second"), default);
        Assert.Equal("second", (await _cache.GetAsync("a/b.json", default))!.ToString());
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public async Task GetAsync_Aged_UntilItsDaysHavePassed(int days, bool kept)
    {
        await _cache.SetAsync("a/b.json", BinaryData.FromString("value"), default);
        _clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal(kept, await _cache.GetAsync("a/b.json", default) is not null);
    }

    public void Dispose() => _storage.Dispose();
}
