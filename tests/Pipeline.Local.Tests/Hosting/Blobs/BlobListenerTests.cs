using System.Collections.Concurrent;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Pipeline.Local.Hosting;
using Pipeline.Testing.Storage;

namespace Pipeline.Local.Tests.Hosting.Blobs;

[Collection(AzuriteCollection.Name)]
public sealed class BlobListenerTests(AzuriteFixture azurite)
{
    private readonly ConcurrentQueue<string> _seen = new();

    [AzuriteFact]
    public async Task ListenAsync_OverwrittenAndUnchangedBlobs_FireByTheirVersionAlsoAfterARestart()
    {
        await using var scene = new HostScene(azurite.NewAccount());
        scene.Probe.OnBlob = NoteAsync;
        await using (var host = await scene.StartAsync())
        {
            await WriteAsync(scene, "a", "1");
            await WriteAsync(scene, "b", "1");
            await SeenAsync("a 1", "b 1");
            await WriteAsync(scene, "a", "2");
            await SeenAsync("a 1", "a 2", "b 1");
        }

        await WriteAsync(scene, "b", "2");
        await using (var host = await scene.StartAsync())
        {
            await SeenAsync("a 1", "a 2", "b 1", "b 2");
            await host.WaitForFirstScanAsync(CancellationToken.None);
            await Task.Delay(300);
        }

        Assert.Equal(4, _seen.Count);
    }

    [AzuriteFact]
    public async Task ListenAsync_FunctionAlwaysFails_GivesUpWithTheHostsPoisonMessage()
    {
        await using var scene = new HostScene(azurite.NewAccount());
        scene.Probe.OnBlob = (_, _, _) => throw new InvalidDataException();
        await using var host = await scene.StartAsync();

        await WriteAsync(scene, "bad name.txt", "1");
        var poison = scene.Storage.Queues.GetQueueClient("webjobs-blobtrigger-poison");
        await Eventually.TrueAsync(async () =>
            (await poison.ExistsAsync()).Value && (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount == 1);

        using var message = JsonDocument.Parse((await poison.PeekMessageAsync()).Value.Body);
        Assert.Equal(
            ["Type", "FunctionId", "BlobType", "ContainerName", "BlobName", "ETag"],
            message.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("Host.Functions.ProbeBlob", message.RootElement.GetProperty("FunctionId").GetString());
        Assert.Equal("bad name.txt", message.RootElement.GetProperty("BlobName").GetString());
        await Eventually.TrueAsync(() => host.PendingBlobs == 0);
        Assert.Equal(HostScene.PoisonBlobThreshold, scene.Observer.Events.Count(line => line.StartsWith("failed", StringComparison.Ordinal)));
    }

    [AzuriteFact]
    public async Task ListenAsync_BlobDeletedAfterItsRun_IsToldOnce()
    {
        await using var scene = new HostScene(azurite.NewAccount());
        var told = new ConcurrentQueue<string>();
        scene.Probe.OnBlob = NoteAsync;
        scene.Probe.OnMessage = (message, _) =>
        {
            told.Enqueue(message.Body.ToString());
            return Task.CompletedTask;
        };
        await using (var host = await scene.StartAsync())
        {
            await WriteAsync(scene, "kept", "1");
            await WriteAsync(scene, "gone", "1");
            await SeenAsync("gone 1", "kept 1");
            await Eventually.TrueAsync(() => host.PendingBlobs == 0);
            await scene.Storage.Blobs.GetBlobContainerClient("probes").DeleteBlobAsync("gone");
            await Eventually.TrueAsync(() => !told.IsEmpty);
        }

        await using (var host = await scene.StartAsync())
        {
            await host.WaitForFirstScanAsync(CancellationToken.None);
            await Task.Delay(300);
        }

        Assert.Equal(["deleted gone"], told);
    }

    [AzuriteFact]
    public async Task ListenAsync_BlobDeletedBeforeItsRun_IsNoError()
    {
        await using var scene = new HostScene(azurite.NewAccount());
        scene.Probe.OnBlob = async (blob, _, cancellation) =>
        {
            await blob.DeleteAsync(cancellationToken: cancellation);
            await blob.DownloadContentAsync(cancellation);
        };
        await using var host = await scene.StartAsync();

        await WriteAsync(scene, "short-lived", "1");
        await Eventually.TrueAsync(() => !scene.Observer.Events.IsEmpty && host.PendingBlobs == 0);

        Assert.Equal(["started ProbeBlob #1", $"failed ProbeBlob #1: {nameof(RequestFailedException)}"], scene.Observer.Events);
    }

    [AzuriteFact]
    public async Task ListenAsync_ManyBlobs_RunsAsManyAtOnceAsAllowed()
    {
        await using var scene = new HostScene(azurite.NewAccount());
        using var gate = new SemaphoreSlim(0);
        scene.Probe.OnBlob = (_, _, cancellation) => gate.WaitAsync(cancellation);
        await using var host = await scene.StartAsync();
        foreach (var number in Enumerable.Range(0, HostScene.MaxDegreeOfParallelism + 3))
        {
            await WriteAsync(scene, $"{number}", "1");
        }

        await Eventually.TrueAsync(() => host.PendingBlobs == HostScene.MaxDegreeOfParallelism + 3);
        Assert.Equal(HostScene.MaxDegreeOfParallelism, host.Running);
        gate.Release(100);
        await Eventually.TrueAsync(() => host.PendingBlobs == 0);
    }

    private static async Task WriteAsync(HostScene scene, string name, string text) =>
        await scene.Storage.Blobs.GetBlobContainerClient("probes").GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    private async Task NoteAsync(BlobClient blob, string name, CancellationToken cancellationToken) =>
        _seen.Enqueue($"{name} {(await blob.DownloadContentAsync(cancellationToken)).Value.Content}");

    private Task SeenAsync(params string[] expected) => Eventually.TrueAsync(() => _seen.Order(StringComparer.Ordinal).SequenceEqual(expected));
}
