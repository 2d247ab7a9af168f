using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Articles.Cleaning.Sites;
using Pipeline.Ingestion.Sites;
using Pipeline.Testing.InMemory;

namespace Pipeline.Ingestion.Tests.Sites;

public sealed class SiteMemoryTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 5, 6, 0, 0, TimeSpan.Zero));
    private readonly CountingHandler _calls;
    private readonly BlobServiceClient _blobs;

    public SiteMemoryTests()
    {
        _calls = new CountingHandler { InnerHandler = new InMemoryStorage(_clock) };
        _blobs = new BlobServiceClient(InMemoryStorage.ConnectionString, new BlobClientOptions { Transport = new HttpClientTransport(_calls), Retry = { MaxRetries = 0 } });
    }

    public async Task InitializeAsync() => await _blobs.GetBlobContainerClient(PipelineMap.SitesContainer).CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _calls.Dispose();

    [Fact]
    public async Task Recall_SameSiteAgain_ReadsOnceUntilTheTimeIsUp()
    {
        await using var memory = Memory();
        _calls.Count = 0;

        Assert.Null(await memory.RecallAsync("crier.example", CancellationToken.None));
        Assert.Null(await memory.RecallAsync("crier.example", CancellationToken.None));
        Assert.Equal(1, _calls.Count);

        _clock.Advance(TimeSpan.FromMinutes(6));
        await memory.RecallAsync("crier.example", CancellationToken.None);
        Assert.Equal(2, _calls.Count);
    }

    [Fact]
    public async Task Observe_ManyArticles_AreWrittenAtOnceAfterTheDelay()
    {
        await using var memory = Memory();
        for (uint i = 0; i < 20; i++)
        {
            memory.Observe(Observation(i), "article " + i);
        }

        Assert.Equal(0, await StoredRevisionAsync());
        _calls.Count = 0;
        _clock.Advance(TimeSpan.FromSeconds(31));
        await EventuallyAsync(async () => await StoredRevisionAsync() == 20);
        Assert.Equal(1, _calls.Writes);
    }

    [Fact]
    public async Task Observe_DeliveredTwiceByTwoInstances_CountsOnce()
    {
        await using (var first = Memory())
        await using (var second = Memory())
        {
            first.Observe(Observation(1), "article 1");
            second.Observe(Observation(1), "article 1");
            second.Observe(Observation(2), "article 2");
        }

        await using var later = Memory();
        Assert.Equal(2, (await later.RecallAsync("crier.example", CancellationToken.None))!.Revision);
    }

    [Fact]
    public async Task Flush_AnotherInstanceWroteMeanwhile_MergesBoth()
    {
        await using var memory = Memory();
        memory.Observe(Observation(1), "article 1");

        // Between this instance's read and its write another one writes.
        _calls.BeforeWrite = async () =>
        {
            _calls.BeforeWrite = null;
            await using var other = Memory();
            other.Observe(Observation(2), "article 2");
            await other.FlushAsync(CancellationToken.None);
        };
        await memory.FlushAsync(CancellationToken.None);

        Assert.Equal(2, await StoredRevisionAsync());
    }

    [Fact]
    public async Task Recall_StorageFails_IsAsIfTheSiteWereUnknown()
    {
        await using var memory = Memory();
        _calls.Fail = true;

        Assert.Null(await memory.RecallAsync("crier.example", CancellationToken.None));
        memory.Observe(Observation(1), "article 1");
        await memory.FlushAsync(CancellationToken.None);

        _calls.Fail = false;
        Assert.Equal(0, await StoredRevisionAsync());
    }

    [Theory]
    [InlineData("crier.example", "crier.example.bin")]
    [InlineData("=town crier", null)]
    [InlineData("../../etc/passwd", null)]
    [InlineData("..", null)]
    public void NameOf_AnySite_IsAPlainBlobName(string site, string? expected)
    {
        var name = SiteStore.NameOf(site);

        Assert.Equal(expected ?? name, name);
        Assert.Matches("^[a-z0-9=][a-z0-9.=-]*\\.bin$", name);
        Assert.DoesNotContain("..", name, StringComparison.Ordinal);
    }

    private SiteMemory Memory() => new(new SiteStore(_blobs), Options.Create(new SiteMemoryOptions()), _clock, NullLogger<SiteMemory>.Instance);

    private async Task<long> StoredRevisionAsync() => (await new SiteStore(_blobs).ReadAsync("crier.example", CancellationToken.None)).Sketch.Revision;

    private static SiteObservation Observation(uint article) => new()
    {
        Site = "crier.example", Lines = [(1, LinePlace.Before), ((article * 10) + 2, LinePlace.Inside)], Blocks = [], Body = [(article * 10) + 2, (article * 10) + 3],
    };

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await condition())
            {
                return;
            }

            await Task.Delay(10);
        }

        Assert.Fail("It did not happen within five seconds.");
    }

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; set; }

        public int Writes { get; private set; }

        public bool Fail { get; set; }

        public Func<Task>? BeforeWrite { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            if (Fail)
            {
                return new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable);
            }

            if (request.Method == HttpMethod.Put && request.RequestUri!.AbsolutePath.EndsWith(".bin", StringComparison.Ordinal))
            {
                Writes++;
                await (BeforeWrite?.Invoke() ?? Task.CompletedTask);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
