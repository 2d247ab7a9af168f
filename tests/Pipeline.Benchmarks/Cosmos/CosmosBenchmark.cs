using System.Diagnostics;
using System.Globalization;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos;

namespace Pipeline.Benchmarks.Cosmos;

/// <summary>
/// LocalCosmos through the real SDK, in this process, on a file:
/// <code>
///   warm up -> upserts -> point reads -> fill up to 50,000 documents -> memory -> queries on an indexed path
/// </code>
/// </summary>
internal static class CosmosBenchmark
{
    private const int Keys = 2_000;

    /// <returns>Figures by name: operations per second, milliseconds (99th percentile), microseconds of CPU per operation, MiB.</returns>
    public static async Task<IReadOnlyDictionary<string, double>> RunAsync(
        CosmosBenchmarkOptions options, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("cosmos-benchmark");
        try
        {
            using var account = LocalCosmosAccount.Open(Path.Combine(folder.FullName, "cosmos.db"));
            using var client = account.CreateClient();
            var database = await client.CreateDatabaseAsync("benchmark", cancellationToken: cancellationToken);
            Container container = await database.Database.CreateContainerAsync("articles", "/id", cancellationToken: cancellationToken);
            return await MeasureAsync(container, options, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Dictionary<string, double>> MeasureAsync(
        Container container, CosmosBenchmarkOptions options, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<string, double>();
        Task Upsert(int i) => container.UpsertItemAsync(
            BenchmarkDocument.Create(i % Keys), new PartitionKey(BenchmarkDocument.Id(i % Keys)), cancellationToken: cancellationToken);
        Task Read(int i) => container.ReadItemAsync<BenchmarkDocument>(
            BenchmarkDocument.Id(i % Keys), new PartitionKey(BenchmarkDocument.Id(i % Keys)), cancellationToken: cancellationToken);

        // Twice, so that the compiler has optimised both ways before they are measured.
        for (var warmUp = 0; warmUp < 2; warmUp++)
        {
            await ClosedLoop.RunAsync(options.Callers, Keys, Upsert);
            await ClosedLoop.RunAsync(options.Callers, Keys, Read);
        }

        Report(figures, "upsert", await ClosedLoop.RunAsync(options.Callers, options.Duration, Upsert));
        Report(figures, "read", await ClosedLoop.RunAsync(options.Callers, options.Duration, Read));

        await ClosedLoop.RunAsync(options.Callers, options.Documents - Keys, i => container.CreateItemAsync(
            BenchmarkDocument.Create(Keys + i), new PartitionKey(BenchmarkDocument.Id(Keys + i)), cancellationToken: cancellationToken));
        GC.Collect();
        figures["documents"] = options.Documents;
        figures["rssMiB"] = ResidentMemory.MiB();

        Task Query(int i) => RunQueryAsync(container, i % options.Documents, cancellationToken);
        await Query(0);
        Report(figures, "indexedQuery", await ClosedLoop.RunAsync(options.Callers, options.Duration, Query));
        return figures;
    }

    private static async Task RunQueryAsync(Container container, int i, CancellationToken cancellationToken)
    {
        var query = new QueryDefinition("SELECT c.id, c.title FROM c WHERE c.hash = @hash")
            .WithParameter("@hash", BenchmarkDocument.Hash(i));
        using var iterator = container.GetItemQueryIterator<BenchmarkDocument>(query);
        var found = 0;
        while (iterator.HasMoreResults)
            found += (await iterator.ReadNextAsync(cancellationToken)).Count;
        Debug.Assert(found == 1, "Each hash belongs to one document.");
    }

    private static void Report(Dictionary<string, double> figures, string name, ClosedLoopResult result)
    {
        figures[name.EndsWith('y') ? name[..^1] + "iesPerSecond" : name + "sPerSecond"] = result.PerSecond;
        figures[name + "CpuMicroseconds"] = result.Cpu.TotalMicroseconds;
        figures[name + "P99Milliseconds"] = result.P99.TotalMilliseconds;
    }

    /// <summary>The figures as a table.</summary>
    public static void Print(IReadOnlyDictionary<string, double> figures, TextWriter output)
    {
        foreach (var (name, value) in figures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32} {value,12:N1}"));
    }
}
