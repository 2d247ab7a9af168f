using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;

namespace Pipeline.Local.Tests.Testing;

/// <summary>A stepped host over some functions, and clients that look at what they did.</summary>
internal sealed class SteppedScene : IAsyncDisposable
{
    private SteppedScene(CrashPlan plan, Disorder? disorder, Type functions)
    {
        World = new SteppedWorld(plan);
        Blobs = Client(World.ServiceTransport, (text, options) => new BlobServiceClient(text, options), new BlobClientOptions());
        Queues = Client(World.ServiceTransport, (text, options) => new QueueServiceClient(text, options), new QueueClientOptions());
        Host = new SteppedHost(new SteppedHostOptions
        {
            World = World,
            FunctionTypes = [functions],
            Disorder = disorder,
            HostJson = """
                { "extensions": { "queues": { "messageEncoding": "none", "maxDequeueCount": 9, "visibilityTimeout": "00:00:05" },
                                  "blobs": { "poisonBlobThreshold": 3 } } }
                """,
            StartProcess = () => new ServiceCollection()
                .AddSingleton(Client(World.ProcessTransport, (text, options) => new BlobServiceClient(text, options), new BlobClientOptions()))
                .AddSingleton(Client(World.ProcessTransport, (text, options) => new QueueServiceClient(text, options), new QueueClientOptions()))
                .BuildServiceProvider(),
        });
    }

    public SteppedWorld World { get; }

    public SteppedHost Host { get; }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    public static async Task<SteppedScene> CreateAsync(Type functions, CrashPlan? plan = null, Disorder? disorder = null)
    {
        var scene = new SteppedScene(plan ?? CrashPlan.None(), disorder, functions);
        foreach (var container in new[] { "in", "work", "out" })
        {
            await scene.Blobs.CreateBlobContainerAsync(container);
        }

        await scene.Queues.CreateQueueAsync("stage");
        return scene;
    }

    public Task DropAsync(string name, string text) =>
        Blobs.GetBlobContainerClient("in").GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    /// <summary>State, results and messages.</summary>
    public string Describe() => string.Join(
        '\n',
        World.Storage.Blobs().Where(blob => blob.Key.StartsWith("work/", StringComparison.Ordinal) || blob.Key.StartsWith("out/", StringComparison.Ordinal))
            .OrderBy(blob => blob.Key, StringComparer.Ordinal)
            .Select(blob => $"{blob.Key} = {Encoding.UTF8.GetString(blob.Value)}")
            .Concat(World.Storage.Queues().Select(queue => $"{queue.Key}: {queue.Value.Count}")));

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static TClient Client<TClient, TOptions>(HttpPipelineTransport transport, Func<string, TOptions, TClient> create, TOptions options)
        where TOptions : ClientOptions
    {
        options.Transport = transport;
        return create(SteppedWorld.ConnectionString, options);
    }
}
