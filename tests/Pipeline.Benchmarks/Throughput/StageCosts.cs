using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Articles.Formats;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Stages.Clean;
using Pipeline.Ingestion.Stages.Deduplicate;
using Pipeline.Ingestion.Stages.Enrich;
using Pipeline.Ingestion.Stages.Store;
using Pipeline.Local.Running;
using Pipeline.LocalCosmos;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>CPU of each handler alone, one article after the other, without state, messages and host.</summary>
internal static class StageCosts
{
    private const int Articles = 200;

    /// <returns>Milliseconds of CPU for one article, by stage. Deduplicate and Store include the SDKs and LocalCosmos.</returns>
    public static async Task<IReadOnlyList<(Stage Stage, double Milliseconds)>> MeasureAsync(
        SyntheticArticles pages, string connection, LocalCosmosAccount account, CancellationToken cancellationToken)
    {
        using var client = account.CreateClient();
        await using var services = LocalServices.Build(
            new BlobServiceClient(connection),
            new QueueServiceClient(connection),
            client,
            new NoObserver(),
            NullLoggerFactory.Instance);
        IStageHandler[] handlers =
        [
            services.GetRequiredService<CleanHandler>(),
            services.GetRequiredService<EnrichHandler>(),
            services.GetRequiredService<DeduplicateHandler>(),
            services.GetRequiredService<StoreHandler>(),
        ];

        var states = Enumerable.Range(1_000_000, Articles).Select(number => StateOf(number, pages.Create(number))).ToArray();
        var costs = new List<(Stage, double)>();
        foreach (var handler in handlers)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var article = 0; article < states.Length; article++)
            {
                var outcome = await handler.HandleAsync(states[article], cancellationToken);
                states[article] = ((StageOutcome.Done)outcome).State;
            }

            costs.Add((handler.Stage, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Articles));
        }

        return costs;
    }

    private static ArticleState StateOf(int number, byte[] page) => new()
    {
        Next = Stage.Clean,
        Original = OriginalBytes.Of(page),
        Provenance = new Provenance
        {
            ArticleId = $"{number:x32}",
            Container = PipelineMap.ArticlesContainer,
            Blob = $"{number}.html",
            Version = "0x1",
            Kind = MediaKind.Html,
            ByteCount = page.Length,
            RawHash = "",
            CrawledAt = DateTimeOffset.UnixEpoch,
            ReceivedAt = DateTimeOffset.UnixEpoch,
        },
    };

    private sealed class NoObserver : IPipelineObserver;
}
