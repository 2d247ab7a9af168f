using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Pipeline.Local.Tests.Testing;

/// <summary>Two stages that survive crashes: blob, state, message, result.</summary>
public sealed class CopyingFunctions(BlobServiceClient blobs, QueueServiceClient queues)
{
    [Function("Begin")]
    public async Task Begin([BlobTrigger("in/{name}")] BlobClient blob, string name)
    {
        var content = await blob.DownloadContentAsync();
        await blobs.GetBlobContainerClient("work").GetBlobClient(name).UploadAsync(content.Value.Content, overwrite: true);
        await queues.GetQueueClient("stage").SendMessageAsync(name);
    }

    [Function("Finish")]
    public async Task Finish([QueueTrigger("stage")] QueueMessage message)
    {
        var name = message.Body.ToString();
        var state = blobs.GetBlobContainerClient("work").GetBlobClient(name);
        BinaryData text;
        try
        {
            text = (await state.DownloadContentAsync()).Value.Content;
        }
        catch (RequestFailedException error) when (error.ErrorCode == "BlobNotFound")
        {
            return;
        }

        await blobs.GetBlobContainerClient("out").GetBlobClient(name).UploadAsync(
            BinaryData.FromString(text.ToString().ToUpperInvariant()), overwrite: true);
        await state.DeleteIfExistsAsync();
    }
}
