using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Benchmarks.Cost;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Functions;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Storage;
using Pipeline.Local.Azurite;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Signals;
using Pipeline.Local.Running;
using Pipeline.LocalCosmos;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>
/// The whole chain on Azurite and LocalCosmos, and the same operations bare.
/// <code>
///  upload N articles ── start the host ── until all are stored: timed ── the same operations alone: timed
/// </code>
/// Both run in this process, against the same Azurite process, one after the other.
/// </summary>
internal static class ThroughputBenchmark
{
    private const int WarmUp = 100;

#if DEBUG
    private const bool IsRelease = false;
#else
    private const bool IsRelease = true;
#endif

    /// <param name="articles">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The figures to read, and the run's operations for the cost calculation.</returns>
    public static async Task<(FigureTable Figures, MeasuredOperations Operations)> RunAsync(int articles, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("pipeline-throughput-");
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(Path.Combine(folder.FullName, "azurite"), cancellationToken);
            using var account = LocalCosmosAccount.Open(Path.Combine(folder.FullName, "cosmos.db"));
            return await RunAsync(azurite.ConnectionString, account, articles, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(FigureTable Figures, MeasuredOperations Operations)> RunAsync(
        string connection, LocalCosmosAccount account, int articles, CancellationToken cancellationToken)
    {
        var pages = new SyntheticArticles(seed: 1);

        // The compiler, the connections and the emulators warm up on articles of their own.
        await ChainAsync(connection, account, number => pages.Create(-1 - number), "warm-up-", WarmUp, cancellationToken);

        using var memory = new PeakMemory();
        var chain = await ChainAsync(connection, account, pages.Create, "article-", articles, cancellationToken);
        var peak = (memory.Peak, memory.Growth);

        var sizes = BareSizes.Of(chain.Storage, chain.Cosmos, articles);
        var bare = await BareAsync(connection, account, pages, sizes, articles, cancellationToken);

        var table = new FigureTable($"{articles} articles through the whole chain, and the same operations bare");
        table.Add("articlesPerSecond", articles / chain.Elapsed.TotalSeconds, "/s", "through receive, clean, enrich, deduplicate, store");
        table.Add("bareArticlesPerSecond", articles / bare.TotalSeconds, "/s", "the same storage and database operations alone");
        table.Add("ratioToBare", chain.Elapsed / bare, "", "wall time of the chain over that of the bare operations");
        table.Add("cpuMsPerArticle", chain.Cpu.TotalMilliseconds / articles, "ms", "CPU of this process: functions, SDKs, LocalCosmos");
        table.Add("storageOperationsPerArticle", (double)chain.Storage.Total / articles, "", "requests to Blob and Queue storage");
        table.Add("cosmosOperationsPerArticle", (double)chain.Cosmos.Total / articles, "", "requests on items");
        table.Add("ruPerArticle", chain.Cosmos.Charge / articles, "RU", "as LocalCosmos charges them");
        table.Add("peakMemoryMiB", peak.Peak, "MiB", "resident, during the chain's run");
        table.Add("memoryGrowth", peak.Growth, "", "last quarter of the run over its second quarter");
        foreach (var (stage, milliseconds) in await StageCosts.MeasureAsync(pages, connection, account, cancellationToken))
        {
            table.Add($"cpuMs{stage}", milliseconds, "ms", "CPU of this stage's handler alone, one article");
        }

        var operations = chain.ToMeasured(
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            $"throughput --articles {articles}, {(IsRelease ? "Release" : "Debug")} build; CPU includes LocalCosmos");
        return (table, operations);
    }

    private static async Task<ChainRun> ChainAsync(
        string connection,
        LocalCosmosAccount account,
        Func<int, byte[]> page,
        string prefix,
        int articles,
        CancellationToken cancellationToken)
    {
        var signals = new HostSignals(TimeProvider.System);
        using var storage = new OperationCounter();
        using var transport = new HttpClientTransport(storage);
        var (blobs, queues) = Clients(connection, signals, transport);
        using var cosmos = new CosmosCounter(account.CreateHandler());
        using var client = account.CreateClient(new CosmosClientOptions());
        using var counted = new CosmosClient(
            LocalCosmosAccount.Endpoint.AbsoluteUri,
            LocalCosmosAccount.Key,
            WithHandler(account.Configure(new CosmosClientOptions()), cosmos));
        await StorageSetup.CreateAsync(blobs, queues, cancellationToken);
        await CosmosSchema.CreateAsync(client, new CosmosOptions().Database, cancellationToken);
        var fileBytes = await UploadAsync(connection, page, prefix, articles, cancellationToken);

        var executions = new ExecutionCounter();
        var ended = new StoredCounter(articles);
        await using var services = LocalServices.Build(blobs, queues, counted, ended, NullLoggerFactory.Instance);
        var configuration = HostConfigurationReader.ReadFile(Path.Combine(RepositoryRoot.Find(), "host.json"));
        var options = new LocalFunctionsHostOptions
        {
            Assemblies = [typeof(ReceiveArticle).Assembly],
            Configuration = configuration,
            Storage = HostStorage.Connect(connection, configuration.Queues, transport),
            Observer = executions,
            Cosmos = counted,
            Settings = LocalSettings.For(services),
            Deletions = LocalSettings.Deletions(TimeProvider.System),
        };
        await using var host = new LocalFunctionsHost(options, services, signals);

        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await host.StartAsync(cancellationToken);
        await ended.WaitAsync(cancellationToken);
        var run = new ChainRun(
            articles, clock.Elapsed, Environment.CpuUsage.TotalTime - cpu, storage, cosmos, executions.Count, ended.Characters, fileBytes);
        await host.StopAsync();
        return run;
    }

    private static async Task<TimeSpan> BareAsync(
        string connection,
        LocalCosmosAccount account,
        SyntheticArticles pages,
        BareSizes sizes,
        int articles,
        CancellationToken cancellationToken)
    {
        using var client = account.CreateClient();
        var database = client.GetDatabase(new CosmosOptions().Database);
        using var bare = new BareOperations(
            new BlobServiceClient(connection),
            new QueueServiceClient(connection),
            database.GetContainer(CosmosSchema.Articles.Id),
            database.GetContainer(CosmosSchema.Fingerprints.Id),
            sizes);
        await bare.PrepareAsync(pages.Create, articles, cancellationToken);
        var clock = Stopwatch.StartNew();
        await bare.RunAsync(articles, cancellationToken);
        return clock.Elapsed;
    }

    private static (BlobServiceClient Blobs, QueueServiceClient Queues) Clients(
        string connection, HostSignals signals, HttpPipelineTransport transport)
    {
        var blobs = new BlobClientOptions { Transport = transport };
        blobs.AddPolicy(new StorageSignalPolicy(signals), HttpPipelinePosition.PerCall);
        var queues = new QueueClientOptions { Transport = transport };
        queues.AddPolicy(new StorageSignalPolicy(signals), HttpPipelinePosition.PerCall);
        return (new BlobServiceClient(connection, blobs), new QueueServiceClient(connection, queues));
    }

    private static CosmosClientOptions WithHandler(CosmosClientOptions options, HttpMessageHandler handler)
    {
        options.HttpClientFactory = () => new HttpClient(handler, disposeHandler: false);
        return options;
    }

    /// <returns>Bytes of all files.</returns>
    private static async Task<long> UploadAsync(
        string connection, Func<int, byte[]> page, string prefix, int articles, CancellationToken cancellationToken)
    {
        var container = new BlobServiceClient(connection).GetBlobContainerClient(PipelineMap.ArticlesContainer);
        var bytes = 0L;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, articles),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = cancellationToken },
            async (number, cancel) =>
            {
                var content = page(number);
                Interlocked.Add(ref bytes, content.Length);
                await container.UploadBlobAsync($"{prefix}{number}.html", new BinaryData(content), cancel);
            });
        return bytes;
    }
}
