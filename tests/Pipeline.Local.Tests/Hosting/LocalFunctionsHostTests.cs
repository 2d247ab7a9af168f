using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Functions;
using Pipeline.Testing.Storage;

namespace Pipeline.Local.Tests.Hosting;

[Collection(AzuriteCollection.Name)]
public sealed class LocalFunctionsHostTests(AzuriteFixture azurite)
{
    private readonly string _account = azurite.NewAccount();

    [AzuriteFact]
    public async Task StartAsync_BlobAndMessageThatWereThere_RunsBothFunctions()
    {
        await using var scene = new HostScene(_account);
        var message = new TaskCompletionSource<string>();
        var blob = new TaskCompletionSource<string>();
        scene.Probe.OnMessage = (given, _) =>
        {
            message.TrySetResult(given.Body.ToString());
            return Task.CompletedTask;
        };
        scene.Probe.OnBlob = async (given, name, _) =>
            blob.TrySetResult($"{name}: {(await given.DownloadContentAsync(CancellationToken.None)).Value.Content}");
        await scene.Storage.Queues.CreateQueueAsync("probe");
        await scene.Storage.Queues.GetQueueClient("probe").SendMessageAsync("hello");
        await scene.Storage.Blobs.CreateBlobContainerAsync("probes");
        await scene.Storage.Blobs.GetBlobContainerClient("probes").UploadBlobAsync("a/b.txt", BinaryData.FromString("text"));

        await using var host = await scene.StartAsync();

        Assert.Equal("hello", await message.Task.WaitAsync(Eventually.Limit));
        Assert.Equal("a/b.txt: text", await blob.Task.WaitAsync(Eventually.Limit));
        Assert.Equal(["ProbeBlob", "ProbeMessage"], host.Functions.Select(function => function.Name));
    }

    [AzuriteFact]
    public async Task StartAsync_SignallingClients_BlobAndMessageAreSeenWithoutPolling()
    {
        await using var scene = new HostScene(_account);
        var seen = new TaskCompletionSource();
        var (blobs, queues) = scene.SignallingClients(_account);
        scene.Probe.OnBlob = async (_, name, cancellation) => await queues.GetQueueClient("probe").SendMessageAsync(name, cancellation);
        scene.Probe.OnMessage = (message, _) =>
        {
            Assert.Equal("ä b.txt", message.Body.ToString());
            seen.SetResult();
            return Task.CompletedTask;
        };
        await using var host = await scene.StartAsync();
        await host.WaitForFirstScanAsync(CancellationToken.None);
        await Task.Delay(500);

        await blobs.GetBlobContainerClient("probes").UploadBlobAsync("ä b.txt", BinaryData.FromString("text"));

        await seen.Task.WaitAsync(Eventually.Limit);
        await Eventually.TrueAsync(async () => host.PendingBlobs == 0 && await host.CountMessagesAsync("probe", CancellationToken.None) == 0);
        Assert.Equal(4, scene.Observer.Events.Count);
    }

    [AzuriteFact]
    public async Task StopAsync_RunWithinTheGracePeriod_EndsAndIsSettled()
    {
        await using var scene = new HostScene(_account);
        var started = new TaskCompletionSource();
        scene.Probe.OnMessage = async (_, cancellation) =>
        {
            started.SetResult();
            await Task.Delay(500, cancellation);
        };
        await using var host = await scene.StartAsync();
        await scene.Storage.Queues.GetQueueClient("probe").SendMessageAsync("x");
        await started.Task.WaitAsync(Eventually.Limit);

        await host.StopAsync();

        Assert.Equal("succeeded ProbeMessage #1", scene.Observer.Events.Last());
        Assert.Equal(0, await host.CountMessagesAsync("probe", CancellationToken.None));
    }

    [AzuriteFact]
    public async Task StopAsync_RunBeyondTheGracePeriod_IsCancelledAndItsMessageIsVisibleAtOnce()
    {
        await using var scene = new HostScene(_account);
        var started = new TaskCompletionSource();
        scene.Probe.OnMessage = async (_, cancellation) =>
        {
            started.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        };
        await using var host = await scene.StartAsync(grace: TimeSpan.FromMilliseconds(100));
        await scene.Storage.Queues.GetQueueClient("probe").SendMessageAsync("x");
        await started.Task.WaitAsync(Eventually.Limit);

        await host.StopAsync();

        Assert.Equal(0, host.Running);
        Assert.NotNull((await scene.Storage.Queues.GetQueueClient("probe").ReceiveMessageAsync()).Value);
    }

    [Theory]
    [InlineData(typeof(UnknownTrigger), "Function Web: the local host does not run StrangeTriggerAttribute.")]
    [InlineData(typeof(BrokenSchedule), "Function Never: A schedule has six fields, seconds first; '* *' has 2.")]
    public void Constructor_FunctionThatCannotRunHere_SaysWhy(Type functions, string expected)
    {
        using var provider = new ServiceCollection().AddLogging().BuildServiceProvider();
        var storage = HostStorage.Connect("UseDevelopmentStorage=true", new());

        var error = Assert.Throws<FunctionDefinitionException>(() => new LocalFunctionsHost(
            new LocalFunctionsHostOptions { FunctionTypes = [functions], Configuration = new(), Storage = storage },
            provider,
            new(TimeProvider.System)));

        Assert.Equal(expected, error.Message);
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class StrangeTriggerAttribute : TriggerBindingAttribute;

    private sealed class UnknownTrigger
    {
        [Function("Web")]
        public void Run([StrangeTrigger] string request) => Assert.NotNull(request);
    }

    private sealed class BrokenSchedule
    {
        [Function("Never")]
        public void Run([TimerTrigger("* *")] TimerInfo timer) => Assert.NotNull(timer);
    }
}
