using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Signals;
using Pipeline.Testing.Storage;

namespace Pipeline.Local.Tests.Hosting;

[Collection(AzuriteCollection.Name)]
public sealed class LocalFunctionsHostTests(AzuriteFixture azurite)
{
    [AzuriteFact]
    public async Task StartAsync_BlobAndMessage_RunsBothFunctions()
    {
        var seen = new SeenByFunctions();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(seen).BuildServiceProvider();
        var storage = HostStorage.Connect(azurite.NewAccount(), new QueueSettings { Base64 = false });
        await storage.Queues.GetQueueClient("first").CreateAsync();
        await storage.Queues.GetQueueClient("first").SendMessageAsync("hello");
        await using var host = new LocalFunctionsHost(
            new LocalFunctionsHostOptions
            {
                FunctionTypes = [typeof(SampleFunctions)],
                Configuration = new HostConfiguration(),
                Storage = storage,
            },
            services,
            new HostSignals(TimeProvider.System));

        await host.StartAsync(CancellationToken.None);
        await storage.Blobs.GetBlobContainerClient("drops").UploadBlobAsync("a/b.txt", BinaryData.FromString("text"));

        Assert.Equal("hello", await seen.Message.Task.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("a/b.txt: text", await seen.Blob.Task.WaitAsync(TimeSpan.FromSeconds(20)));
    }
}

public sealed class SeenByFunctions
{
    public TaskCompletionSource<string> Message { get; } = new();

    public TaskCompletionSource<string> Blob { get; } = new();
}

public sealed class SampleFunctions(SeenByFunctions seen)
{
    [Function("TakeMessage")]
    public void TakeMessage([QueueTrigger("first")] QueueMessage message, CancellationToken cancellationToken) =>
        seen.Message.TrySetResult(message.Body.ToString());

    [Function("TakeBlob")]
    public async Task TakeBlob([BlobTrigger("drops/{name}", Source = BlobTriggerSource.EventGrid)] BlobClient blob, string name, FunctionContext context)
    {
        var content = await blob.DownloadContentAsync(context.CancellationToken);
        seen.Blob.TrySetResult($"{name}: {content.Value.Content}");
    }
}
