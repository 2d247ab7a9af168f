using System.Globalization;
using System.Text;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Stores;
using Pipeline.LocalCosmos;

namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>Request units per article by kind, through the real SDK, on an index that holds a given number of articles before.</summary>
internal static class ChargeRun
{
    private const int Length = 5 * 1024;

    public static async Task<ChargeFigures> RunAsync(int indexed, int samples, CancellationToken cancellationToken)
    {
        using var account = LocalCosmosAccount.OpenTemporary();
        using var client = account.CreateClient();
        await CosmosSchema.CreateAsync(client, "charges", cancellationToken);
        var store = new CosmosFingerprintStore(client.GetContainer("charges", CosmosSchema.Fingerprints.Id));
        await FillAsync(store, indexed, cancellationToken);
        var stories = new RaceStories(new Random(-indexed));
        return new ChargeFigures(
            await MeasureAsync(store, stories, samples, url: false, cancellationToken),
            await MeasureAsync(store, stories, samples, url: true, cancellationToken));
    }

    /// <summary>
    /// Writes the items that judging so many articles leaves. Each is judged on a store of its own, since no two are alike:
    /// judging them through the SDK would read a hundred million ids for nothing.
    /// </summary>
    private static Task FillAsync(CosmosFingerprintStore store, int articles, CancellationToken cancellationToken) =>
        Parallel.ForAsync(
            0, articles, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (article, token) =>
            {
                var own = new InMemoryFingerprintStore();
                var text = Article(new RaceStories(new Random(article)));
                await DeduplicatorFactory.Over(own).JudgeAsync(Request(Name("indexed", article), text, null), token);
                foreach (var item in own.Items)
                    await store.CreateAsync(item, token);
            });

    private static async Task<KindCharges> MeasureAsync(
        CosmosFingerprintStore store, RaceStories stories, int samples, bool url, CancellationToken cancellationToken)
    {
        var deduplicator = DeduplicatorFactory.Over(store);
        double first = 0, near = 0, exact = 0, again = 0;
        for (var sample = 0; sample < samples; sample++)
        {
            var text = Article(stories);
            var name = Name(url ? "addressed" : "plain", sample);
            first += await ChargeAsync(name, text);
            near += await ChargeAsync(name + "-near", RaceStories.Cut(text));
            exact += await ChargeAsync(name + "-exact", text);
            again += await ChargeAsync(name, text);
        }

        return new KindCharges(first / samples, near / samples, exact / samples, again / samples);

        async ValueTask<double> ChargeAsync(string id, string text)
        {
            var before = store.RequestCharge;
            await deduplicator.JudgeAsync(Request(id, text, url ? $"https://example.com/{id}" : null), cancellationToken);
            return store.RequestCharge - before;
        }
    }

    /// <summary>About 5 KB, so that the sketch is full.</summary>
    private static string Article(RaceStories stories)
    {
        var text = new StringBuilder();
        while (text.Length < Length)
            text.Append(stories.Make(1)[0]).Append("\n\n");
        return text.ToString(0, Length);
    }

    /// <summary>As long as the pipeline's ids are.</summary>
    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number:x10}").PadLeft(32, '0');

    private static DeduplicationRequest Request(string id, string text, string? url) => new()
    {
        ArticleId = id, Title = "", Text = text, Language = "und", CanonicalUrl = url, CrawledAt = DateTimeOffset.UnixEpoch,
    };
}
