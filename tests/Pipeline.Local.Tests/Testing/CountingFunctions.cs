using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;

namespace Pipeline.Local.Tests.Testing;

/// <summary>Counts messages in a blob, which a repeated delivery spoils.</summary>
public sealed class CountingFunctions(BlobServiceClient blobs)
{
    [Function("Count")]
    public Task Count([QueueTrigger("stage")] QueueMessage message)
    {
        Assert.NotEmpty(message.MessageId);
        return CountAsync();
    }

    [Function("Tick")]
    public Task Tick([TimerTrigger("0 0 * * * *")] TimerInfo timer)
    {
        Assert.False(timer.IsPastDue);
        return CountAsync();
    }

    private async Task CountAsync()
    {
        var blob = blobs.GetBlobContainerClient("out").GetBlobClient("count");
        var count = await blob.ExistsAsync()
            ? int.Parse((await blob.DownloadContentAsync()).Value.Content.ToString(), CultureInfo.InvariantCulture)
            : 0;
        await blob.UploadAsync(BinaryData.FromString((count + 1).ToString(CultureInfo.InvariantCulture)), overwrite: true);
    }
}
