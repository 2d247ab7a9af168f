using Pipeline.Benchmarks.Cost;
using Pipeline.Ingestion;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>What a run of the chain took, and what it asked of the services.</summary>
internal sealed record ChainRun(
    int Articles, TimeSpan Elapsed, TimeSpan Cpu, OperationCounter Storage, CosmosCounter Cosmos, long Executions, long Characters, long FileBytes)
{
    /// <summary>As the inputs of the cost calculation. The local host's own bookkeeping in storage is not among them.</summary>
    public MeasuredOperations ToMeasured(DateOnly day, string command) => new()
    {
        MeasuredOn = day,
        Command = command,
        BlobWritesPerArticle = PerArticle(Blobs("PUT").Sum(operation => operation.Count)),
        BlobReadsPerArticle = PerArticle(Blobs("GET", "HEAD").Sum(operation => operation.Count)),
        BlobDeletesPerArticle = PerArticle(Blobs("DELETE").Sum(operation => operation.Count)),
        QueueOperationsPerArticle = PerArticle(Queues().Sum(operation => operation.Count)),
        CosmosRequestsPerArticle = PerArticle(Cosmos.Total),
        RuPerArticle = PerArticle(Cosmos.Charge),
        CpuMsPerArticle = PerArticle(Cpu.TotalMilliseconds),
        ExecutionsPerArticle = PerArticle(Executions),
        CharactersPerArticle = PerArticle(Characters),
        BlobBytesPerArticle = PerArticle(FileBytes + Storage.Operations.GetValueOrDefault($"PUT {PipelineMap.AuditContainer}/*").Bytes),
        CosmosBytesPerArticle = PerArticle(Cosmos.Operations.Where(operation => operation.Key.EndsWith(" create", StringComparison.Ordinal)).Sum(operation => operation.Value.Bytes)),
    };

    private IEnumerable<(long Count, long Bytes)> Blobs(params string[] verbs) => Storage.Operations
        .Where(operation => PipelineMap.BlobContainers.Any(container => verbs.Any(verb =>
            operation.Key.StartsWith($"{verb} {container}", StringComparison.Ordinal))))
        .Select(operation => operation.Value);

    private IEnumerable<(long Count, long Bytes)> Queues() => Storage.Operations
        .Where(operation => PipelineMap.Queues.Any(queue => operation.Key.Contains($" {queue}/messages", StringComparison.Ordinal)))
        .Select(operation => operation.Value);

    private double PerArticle(double sum) => Math.Round(sum / Articles, 2);
}
