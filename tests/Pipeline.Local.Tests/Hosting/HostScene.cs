using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Signals;

namespace Pipeline.Local.Tests.Hosting;

/// <summary>A local host over the probe's functions, as often as a test starts it.</summary>
internal sealed class HostScene : IAsyncDisposable
{
    public const int PoisonBlobThreshold = 3;
    public const int MaxDegreeOfParallelism = 4;

    private readonly ServiceProvider _services;

    public HostScene(string connectionString)
    {
        Storage = HostStorage.Connect(connectionString, Configuration.Queues);
        _services = new ServiceCollection().AddLogging().AddSingleton(Probe).BuildServiceProvider();
    }

    public HostConfiguration Configuration { get; } = new()
    {
        Queues = new QueueSettings { Base64 = false, MaxPollingInterval = TimeSpan.FromSeconds(2), VisibilityTimeout = TimeSpan.FromSeconds(1) },
        Blobs = new BlobSettings { PoisonBlobThreshold = PoisonBlobThreshold, MaxDegreeOfParallelism = MaxDegreeOfParallelism },
    };

    public HostStorage Storage { get; }

    public HostSignals Signals { get; } = new(TimeProvider.System);

    public Probe Probe { get; } = new();

    public RecordingObserver Observer { get; } = new();

    public async Task<LocalFunctionsHost> StartAsync(TimeSpan? grace = null)
    {
        var host = new LocalFunctionsHost(
            new LocalFunctionsHostOptions
            {
                FunctionTypes = [typeof(ProbeFunctions)],
                Configuration = Configuration,
                Storage = Storage,
                Deletions = new Dictionary<string, (string, Func<string, BinaryData>)> { ["probes"] = ("probe", name => BinaryData.FromString("deleted " + name)) },
                Observer = Observer,
                GracePeriod = grace ?? TimeSpan.FromSeconds(10),
            },
            _services,
            Signals);
        await host.StartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>Clients that tell the host's listeners what they do.</summary>
    public (BlobServiceClient Blobs, QueueServiceClient Queues) SignallingClients(string connectionString)
    {
        var blobs = new BlobClientOptions();
        var queues = new QueueClientOptions();
        foreach (ClientOptions options in new ClientOptions[] { blobs, queues })
        {
            options.AddPolicy(new StorageSignalPolicy(Signals), HttpPipelinePosition.PerCall);
        }

        return (new BlobServiceClient(connectionString, blobs), new QueueServiceClient(connectionString, queues));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
