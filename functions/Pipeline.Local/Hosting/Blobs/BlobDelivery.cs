using System.Text.Json;
using Azure.Storage.Blobs;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Functions;
using Pipeline.Local.Hosting.Queues;

namespace Pipeline.Local.Hosting.Blobs;

/// <summary>Takes one version of a blob through its function. Holds no state between blobs; thread safe.</summary>
internal sealed class BlobDelivery(
    BlobPattern pattern, FunctionRunner runner, BlobServiceClient service, IQueueStore queues, BlobReceipts receipts, BlobSettings settings)
{
    public const string PoisonQueue = "webjobs-blobtrigger-poison";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(pattern.Container);

    public string Container => pattern.Container;

    public BlobPattern Pattern => pattern;

    public string Function => runner.Name;

    /// <returns>False when it is to be tried again.</returns>
    public async Task<bool> DeliverAsync(BlobVersion version, int attempt, CancellationToken abort)
    {
        //  blob ──> 1. run ── succeeded ─────────────────────────────> 3. receipt
        //              └── failed ──> 2. deleted meanwhile? ── yes ──────^
        //                                └── no ──> last attempt? ── yes ──> 4. poison queue, receipt
        //                                               └── no ──> again
        var blob = _container.GetBlobClient(version.Name);
        var input = new TriggerInput(blob, version.Name, attempt)
        {
            Parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [pattern.Part] = pattern.Match(version.Name) ?? version.Name,
            },
        };

        // 1.
        var run = runner.Describe(input);
        var error = await runner.RunAsync(run, input, abort);
        if (error is not null && abort.IsCancellationRequested)
        {
            return false;
        }

        // 2. A blob that was there when it was seen and is not now needs no function.
        if (error is not null && await blob.ExistsAsync(CancellationToken.None))
        {
            if (attempt < settings.PoisonBlobThreshold)
            {
                return false;
            }

            // 4.
            await queues.SendAsync(PoisonQueue, Poison(version), CancellationToken.None);
            runner.Observer.GivenUp(run, PoisonQueue);
        }

        // 3.
        receipts.Add(version);
        return true;
    }

    // The Functions host's own form: "PoisonBlobs" in its documentation of the blob trigger.
    private BinaryData Poison(BlobVersion version) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(new
    {
        Type = "BlobTrigger",
        FunctionId = $"Host.Functions.{runner.Name}",
        BlobType = "BlockBlob",
        ContainerName = pattern.Container,
        BlobName = version.Name,
        ETag = $"\"{version.Tag}\"",
    }));
}
