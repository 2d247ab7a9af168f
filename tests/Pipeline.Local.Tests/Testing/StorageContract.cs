using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Blobs;

namespace Pipeline.Local.Tests.Testing;

/// <summary>What the product and the host rely on, asked of the storage in memory and of Azurite alike.</summary>
internal static class StorageContract
{
    public static async Task MessagesAsync(HostStorage storage)
    {
        var queue = storage.Queues.GetQueueClient("letters");
        await queue.CreateIfNotExistsAsync();
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("<now & here>");
        await queue.SendMessageAsync("later", visibilityTimeout: TimeSpan.FromHours(1));

        var received = (await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1))).Value;
        Assert.Equal("<now & here>", Assert.Single(received).Body.ToString());
        Assert.Equal(1, received[0].DequeueCount);
        Assert.Empty((await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1))).Value);
        Assert.Equal(2, (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount);

        var shown = await queue.UpdateMessageAsync(received[0].MessageId, received[0].PopReceipt, visibilityTimeout: TimeSpan.Zero);
        var stale = await Assert.ThrowsAsync<RequestFailedException>(
            () => queue.DeleteMessageAsync(received[0].MessageId, received[0].PopReceipt));
        Assert.Contains(stale.ErrorCode, new[] { "PopReceiptMismatch", "MessageNotFound" });
        Assert.NotEqual(received[0].PopReceipt, shown.Value.PopReceipt);

        var again = (await queue.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(1))).Value.Single();
        Assert.Equal(2, again.DequeueCount);
        await queue.DeleteMessageAsync(again.MessageId, again.PopReceipt);
        var gone = await Assert.ThrowsAsync<RequestFailedException>(() => queue.DeleteMessageAsync(again.MessageId, again.PopReceipt));
        Assert.Equal("MessageNotFound", gone.ErrorCode);

        var names = new List<string>();
        await foreach (var item in storage.Queues.GetQueuesAsync(prefix: "let"))
        {
            names.Add(item.Name);
        }

        Assert.Equal(["letters"], names);
        var nowhere = await Assert.ThrowsAsync<RequestFailedException>(
            () => storage.Queues.GetQueueClient("nowhere").SendMessageAsync("x"));
        Assert.Equal("QueueNotFound", nowhere.ErrorCode);
    }

    public static async Task BlobsAsync(HostStorage storage)
    {
        var container = storage.Blobs.GetBlobContainerClient("papers");
        await container.CreateIfNotExistsAsync();
        await container.CreateIfNotExistsAsync();
        var blob = container.GetBlobClient("a b/ä#1.json");
        var missing = await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadContentAsync());
        Assert.Equal("BlobNotFound", missing.ErrorCode);

        var first = await blob.UploadAsync(BinaryData.FromString("one"), overwrite: false);
        var exists = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(BinaryData.FromString("two"), overwrite: false));
        Assert.Equal(409, exists.Status);
        var second = await WriteIfMatchAsync(blob, "two", first.Value.ETag);
        var stale = await Assert.ThrowsAsync<RequestFailedException>(() => WriteIfMatchAsync(blob, "three", first.Value.ETag));
        Assert.Equal(412, stale.Status);

        var content = await blob.DownloadContentAsync();
        Assert.Equal("two", content.Value.Content.ToString());
        Assert.Equal(second.Value.ETag, content.Value.Details.ETag);
        Assert.Equal("de", content.Value.Details.Metadata["language"]);
        Assert.Equal("text/plain", content.Value.Details.ContentType);
        Assert.Equal("wo", (await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(1, 5) })).Value.Content.ToString());
        await using (var stream = await blob.OpenReadAsync())
        {
            Assert.Equal("two", await new StreamReader(stream).ReadToEndAsync());
        }

        var listed = new List<BlobVersion>();
        await container.GetBlobClient("z").UploadAsync(BinaryData.FromString(""));
        await foreach (var page in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "a", default).AsPages(pageSizeHint: 1))
        {
            listed.AddRange(page.Values.Select(item => BlobVersion.Of(item.Name, item.Properties.ETag!.Value)));
        }

        Assert.Equal([BlobVersion.Of("a b/ä#1.json", second.Value.ETag)], listed);
        Assert.True(await blob.DeleteIfExistsAsync());
        Assert.False(await blob.DeleteIfExistsAsync());
    }

    public static async Task LargeAndAppendedBlobsAsync(HostStorage storage)
    {
        var container = storage.Blobs.GetBlobContainerClient("papers");
        await container.CreateIfNotExistsAsync();
        var large = container.GetBlobClient("large");
        var bytes = Enumerable.Range(0, 3_000_000).Select(number => (byte)number).ToArray();
        await large.UploadAsync(new MemoryStream(bytes), new BlobUploadOptions
        {
            TransferOptions = new() { InitialTransferSize = 1_000_000, MaximumTransferSize = 1_000_000 },
        });
        Assert.Equal(bytes, (await large.DownloadContentAsync()).Value.Content.ToArray());

        var journal = container.GetAppendBlobClient("journal");
        await journal.CreateIfNotExistsAsync();
        await journal.CreateIfNotExistsAsync();
        await journal.AppendBlockAsync(new MemoryStream("a\n"u8.ToArray()));
        await journal.AppendBlockAsync(new MemoryStream("b\n"u8.ToArray()));
        Assert.Equal("a\nb\n", (await journal.DownloadContentAsync()).Value.Content.ToString());
        await journal.CreateAsync(new AppendBlobCreateOptions());
        Assert.Equal("", (await journal.DownloadContentAsync()).Value.Content.ToString());
    }

    private static Task<Response<BlobContentInfo>> WriteIfMatchAsync(BlobClient blob, string text, ETag etag) =>
        blob.UploadAsync(BinaryData.FromString(text), new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfMatch = etag },
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" },
            Metadata = new Dictionary<string, string> { ["language"] = "de" },
        });
}
