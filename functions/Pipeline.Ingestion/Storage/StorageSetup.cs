using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Pipeline.Ingestion.Storage;

/// <summary>Creates containers and queues. Only for accounts that no deployment template has set up: emulators and tests.</summary>
public static class StorageSetup
{
    public static async Task CreateAsync(
        BlobServiceClient blobs, QueueServiceClient queues, CancellationToken cancellationToken)
    {
        foreach (var container in PipelineMap.BlobContainers)
        {
            await blobs.GetBlobContainerClient(container)
                .CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        foreach (var queue in PipelineMap.Queues)
        {
            await queues.GetQueueClient(queue)
                .CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }
    }
}
