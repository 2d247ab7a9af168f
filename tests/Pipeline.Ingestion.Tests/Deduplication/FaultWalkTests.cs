using System.Net;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Benchmarks.Deduplicate;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>
/// A founder, a near copy, an exact copy, a revision under one URL and one under one blob, with a fault at every single
/// operation of the store in turn; what failed is delivered again.
/// </summary>
public sealed class FaultWalkTests
{
    private const string Url = "https://example.com/news/storm";

    private static readonly List<DeduplicationRequest> Requests = Make();

    [Fact]
    public async Task JudgeAsync_CrashBeforeAnyOperation_EndsAsWithout() => await WalkAsync(before: _ => throw new CrashException(), after: null);

    [Fact]
    public async Task JudgeAsync_CrashAfterAnyOperation_EndsAsWithout() => await WalkAsync(before: null, after: _ => throw new CrashException());

    [Fact]
    public async Task JudgeAsync_ThrottledAtAnyOperation_EndsAsWithout() =>
        await WalkAsync(before: _ => throw new CosmosException("Slow down.", HttpStatusCode.TooManyRequests, 0, "", 0), after: null);

    [Fact]
    public async Task JudgeAsync_MemoryEndsAfterAnyOperation_StillGivesEveryArticleACluster()
    {
        var operations = (await RunAsync(null, null, 0, Requests)).Operations;
        for (var fault = 1; fault <= operations; fault++)
        {
            var (verdicts, _, _) = await RunAsync(null, clock => clock.Advance(TimeSpan.FromDays(61)), fault, Requests);
            Assert.Equal(Requests.Count, verdicts.Count);
            foreach (var (request, verdict) in Requests.Zip(verdicts))
            {
                // What it copies came before it, and so did its cluster's founder, or it is that itself.
                var earlier = Requests.TakeWhile(other => other != request).Select(other => other.ArticleId).Append(request.ArticleId).ToList();
                Assert.Contains(verdict.ClusterId, earlier);
                Assert.True(verdict.Of is null || earlier.Contains(verdict.Of));
            }
        }
    }

    private static async Task WalkAsync(Action<FakeTimeProvider>? before, Action<FakeTimeProvider>? after)
    {
        var clean = await RunAsync(null, null, 0, Requests);
        Assert.True(clean.Operations > 40, $"Only {clean.Operations} operations.");
        for (var fault = 1; fault <= clean.Operations; fault++)
        {
            var (verdicts, items, _) = await RunAsync(before, after, fault, Requests);
            Assert.Equal(clean.Verdicts, verdicts);
            Assert.Equal(clean.Items, items);
        }
    }

    private static async Task<(List<DuplicateVerdict> Verdicts, List<string> Items, int Operations)> RunAsync(
        Action<FakeTimeProvider>? before, Action<FakeTimeProvider>? after, int fault, List<DeduplicationRequest> requests)
    {
        var clock = new FakeTimeProvider(Fixture.Morning);
        var inner = new InMemoryFingerprintStore(clock);
        var store = new FaultyStore(inner, number => Strike(before, number), number => Strike(after, number));
        var verdicts = new List<DuplicateVerdict>();
        foreach (var request in requests)
            verdicts.Add(await DeliverAsync(DeduplicatorFactory.Over(store, clock: clock), request));
        return (verdicts, [.. inner.Items.Select(Describe).Order(StringComparer.Ordinal)], store.Operations);

        void Strike(Action<FakeTimeProvider>? action, int number)
        {
            if (number == fault)
                action?.Invoke(clock);
        }
    }

    private static async Task<DuplicateVerdict> DeliverAsync(Deduplicator deduplicator, DeduplicationRequest request)
    {
        try
        {
            return await deduplicator.JudgeAsync(request, CancellationToken.None);
        }
        catch (Exception exception) when (exception is CrashException or CosmosException)
        {
            return await deduplicator.JudgeAsync(request, CancellationToken.None);
        }
    }

    private static string Describe(FingerprintItem item) => item switch
    {
        AnchorItem anchor => $"{anchor.Id} {anchor.ArticleId} {anchor.ClusterId} {anchor.Relation} {anchor.CopyOf}",
        ContentItem content => $"{content.Id} {content.ArticleId} {content.ClusterId}",
        VerdictItem verdict => $"{verdict.Id} {string.Join(',', verdict.Contents.Select(content => content.Verdict.ClusterId))}",
        AddressItem address => $"{address.Id} {string.Join(',', address.Revisions)}",
        ClusterItem cluster => $"{cluster.Id} {cluster.CanonicalId} {cluster.FormerCanonicalId} {cluster.MergedInto}",
        _ => item.Id,
    };

    private static List<DeduplicationRequest> Make()
    {
        var stories = new RaceStories(new Random(23));
        var (text, other) = (stories.Make(1)[0], stories.Make(1)[0]);
        return
        [
            Request("founder", text, 5, Url),
            Request("near", RaceStories.Cut(text), 6),
            Request("exact", text, 1),
            Request("revision", text + " Later.", 9, Url),
            Request("other", other, 2),
            Request("other", other + " More.", 3),
            Request("short", "Trading is halted.", 4),
            Request("short copy", "Trading is halted.", 5),
        ];
    }

    private static DeduplicationRequest Request(string id, string text, int minute, string? url = null) => new()
    {
        ArticleId = id, Title = "", Text = text, Language = "en", CanonicalUrl = url, CrawledAt = Fixture.Morning.AddMinutes(minute),
    };
}
