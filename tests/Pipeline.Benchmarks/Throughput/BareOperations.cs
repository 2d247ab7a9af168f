using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;

namespace Pipeline.Benchmarks.Throughput;

/// <summary>
/// The operations that the pipeline does for an article, with payloads of the same sizes and the same conditions, and
/// nothing else: no cleaning, no analysis, no host. What the emulators themselves cost.
/// </summary>
internal sealed class BareOperations(
    BlobServiceClient blobs, QueueServiceClient queues, Container documents, Container fingerprints, BareSizes sizes)
    : IDisposable
{
    /// <summary>Workers of the pipeline's host at full load: sixteen of each of the four queues, eight for blobs.</summary>
    private const int Workers = (4 * 16) + 8;

    private const int Stages = 4;

    /// <summary>What the deduplicator asks for in one request: content, correction, address and 32 anchors.</summary>
    private const int LookedUpAtOnce = 35;

    private readonly BlobContainerClient _articles = blobs.GetBlobContainerClient("bare-articles");
    private readonly BlobContainerClient _work = blobs.GetBlobContainerClient("bare-work");
    private readonly BareQueue[] _queues =
        [.. Enumerable.Range(1, Stages).Select(stage => new BareQueue(queues.GetQueueClient($"bare-{stage}"), sizes.Message))];

    public async Task PrepareAsync(Func<int, byte[]> article, int count, CancellationToken cancellationToken)
    {
        await _articles.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await _work.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var queue in _queues)
        {
            await queue.CreateAsync(cancellationToken);
        }

        await ForEachAsync(count, (number, cancel) =>
            new ValueTask(_articles.UploadBlobAsync($"{number}.html", new BinaryData(article(number)), cancel)), cancellationToken);
    }

    public void Dispose() => Array.ForEach(_queues, queue => queue.Dispose());

    public Task RunAsync(int count, CancellationToken cancellationToken) => ForEachAsync(count, ArticleAsync, cancellationToken);

    private static Task ForEachAsync(int count, Func<int, CancellationToken, ValueTask> body, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken },
            body);

    private async ValueTask ArticleAsync(int number, CancellationToken cancellationToken)
    {
        await _articles.GetBlobClient($"{number}.html").DownloadContentAsync(cancellationToken);
        var state = _work.GetBlobClient($"{number}.json");
        var etag = await WriteAsync(state, sizes.State, new() { IfNoneMatch = ETag.All }, cancellationToken);
        await _queues[0].SendAsync(cancellationToken);
        for (var stage = 0; stage < Stages; stage++)
        {
            var message = await _queues[stage].ReceiveAsync(cancellationToken);
            await state.DownloadContentAsync(cancellationToken);
            if (stage == 2)
            {
                await FingerprintsAsync(number, cancellationToken);
            }

            if (stage == Stages - 1)
            {
                await CreateAsync(documents, $"bare-{number}", sizes.Document, cancellationToken);
                await _work.GetBlobClient($"{number}.audit").UploadAsync(new BinaryData(new byte[sizes.State]), overwrite: true, cancellationToken);
                await state.DeleteAsync(conditions: new BlobRequestConditions { IfMatch = etag }, cancellationToken: cancellationToken);
            }
            else
            {
                etag = await WriteAsync(state, sizes.State, new() { IfMatch = etag }, cancellationToken);
                await _queues[stage + 1].SendAsync(cancellationToken);
            }

            await _queues[stage].DeleteAsync(message, cancellationToken);
        }
    }

    private async Task FingerprintsAsync(int number, CancellationToken cancellationToken)
    {
        for (var read = 0; read < sizes.FingerprintReads; read++)
        {
            using var missing = await fingerprints.ReadItemStreamAsync(
                $"none-{number}-{read}", new PartitionKey($"none-{number}-{read}"), cancellationToken: cancellationToken);
        }

        for (var lookup = 0; lookup < sizes.FingerprintLookups; lookup++)
        {
            using var many = await fingerprints.ReadManyItemsStreamAsync(Missing(number), cancellationToken: cancellationToken);
            many.EnsureSuccessStatusCode();
        }

        for (var write = 0; write < sizes.FingerprintWrites; write++)
        {
            await CreateAsync(fingerprints, $"bare-{number}-{write}", sizes.Fingerprint, cancellationToken);
        }
    }

    private static List<(string, PartitionKey)> Missing(int number) =>
    [
        .. Enumerable.Range(0, LookedUpAtOnce).Select(key => $"none-{number}-{key}").Select(id => (id, new PartitionKey(id))),
    ];

    private static async Task<ETag> WriteAsync(
        BlobClient blob, int size, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { Conditions = conditions };
        BlobContentInfo written = await blob.UploadAsync(new BinaryData(new byte[size]), options, cancellationToken);
        return written.ETag;
    }

    private static async Task CreateAsync(Container container, string id, int size, CancellationToken cancellationToken)
    {
        var json = $$"""{"id":"{{id}}","body":"{{new string('x', size)}}"}""";
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        using var response = await container.CreateItemStreamAsync(content, new PartitionKey(id), cancellationToken: cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
