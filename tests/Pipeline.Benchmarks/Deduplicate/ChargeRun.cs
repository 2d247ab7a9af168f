using System.Diagnostics;
using System.Globalization;
using Microsoft.Azure.Cosmos;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Stores;
using Pipeline.LocalCosmos;

namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>Request units per article by kind, through the real SDK, on an index that holds a given number of articles before.</summary>
internal static class ChargeRun
{
    public static async Task<ChargeFigures> RunAsync(int indexed, int samples, CancellationToken cancellationToken)
    {
        using var account = LocalCosmosAccount.OpenTemporary();
        using var client = account.CreateClient();
        await CosmosSchema.CreateAsync(client, "charges", cancellationToken);
        var store = new CosmosFingerprintStore(client.GetContainer("charges", CosmosSchema.Fingerprints.Id));
        var deduplicator = DeduplicatorFactory.Over(store);
        var stories = new RaceStories(new Random(indexed));
        var start = Stopwatch.GetTimestamp();
        await FillAsync(deduplicator, stories, indexed, cancellationToken);
        var rate = indexed / Math.Max(1e-9, Stopwatch.GetElapsedTime(start).TotalSeconds);

        double first = 0, near = 0, exact = 0, again = 0;
        for (var sample = 0; sample < samples; sample++)
        {
            var texts = stories.Make(1);
            var name = string.Create(CultureInfo.InvariantCulture, $"sample{sample}");
            first += await ChargeAsync(store, deduplicator, name, texts[0], cancellationToken);
            near += await ChargeAsync(store, deduplicator, name + "-near", RaceStories.Cut(texts[0]), cancellationToken);
            exact += await ChargeAsync(store, deduplicator, name + "-exact", texts[0], cancellationToken);
            again += await ChargeAsync(store, deduplicator, name, texts[0], cancellationToken);
        }

        return new ChargeFigures(first / samples, near / samples, exact / samples, again / samples, rate);
    }

    private static async Task FillAsync(
        Deduplicator deduplicator, RaceStories stories, int articles, CancellationToken cancellationToken)
    {
        var texts = Enumerable.Range(0, articles).Select(_ => stories.Make(1)[0]);
        await Parallel.ForEachAsync(
            texts.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken },
            async (item, token) => await JudgeAsync(
                deduplicator, item.Index.ToString("x", CultureInfo.InvariantCulture), item.Item, token));
    }

    private static async Task<double> ChargeAsync(
        CosmosFingerprintStore store, Deduplicator deduplicator, string name, string text, CancellationToken cancellationToken)
    {
        var before = store.RequestCharge;
        await JudgeAsync(deduplicator, name, text, cancellationToken);
        return store.RequestCharge - before;
    }

    private static ValueTask<DuplicateVerdict> JudgeAsync(
        Deduplicator deduplicator, string name, string text, CancellationToken cancellationToken) =>
        deduplicator.JudgeAsync(
            new DeduplicationRequest
            {
                ArticleId = name, Title = "", Text = text, Language = "und", CrawledAt = DateTimeOffset.UnixEpoch,
            },
            cancellationToken);
}
