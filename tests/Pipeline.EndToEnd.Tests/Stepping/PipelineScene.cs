using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Functions;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Storage;
using Pipeline.Ingestion.Telemetry;
using Pipeline.Local.Running;
using Pipeline.LocalCosmos;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>
/// The whole pipeline under a host that a test steps: the product's own functions, services and SDK clients, on storage and
/// a database that outlive the process. Made by the plan to die and start again.
/// </summary>
internal sealed class PipelineScene : IAsyncDisposable
{
    private readonly SteppedWorld _world;
    private readonly LocalCosmosAccount _account;
    private readonly CosmosClient _reader;
    private ServiceProvider? _beside;

    private readonly Action<LanguageOptions>? _language;
    private readonly PipelineMetrics _metrics;

    private PipelineScene(CrashPlan plan, Disorder? disorder, Action<LanguageOptions>? language, PipelineMetrics? metrics)
    {
        _metrics = metrics ?? new PipelineMetrics();
        _language = language;
        _world = new SteppedWorld(plan);
        _account = LocalCosmosAccount.OpenTemporary(new LocalCosmosOptions { TimeProvider = _world.Clock });
        _reader = _account.CreateClient();
        Blobs = new BlobServiceClient(SteppedWorld.ConnectionString, new BlobClientOptions { Transport = _world.ServiceTransport });
        Queues = new QueueServiceClient(SteppedWorld.ConnectionString, new QueueClientOptions { Transport = _world.ServiceTransport });
        Host = new SteppedHost(new SteppedHostOptions
        {
            World = _world,
            Assemblies = [typeof(ReceiveArticle).Assembly],
            Disorder = disorder,
            StartProcess = StartProcess,
        });
    }

    /// <summary>Clients of the test, which never die.</summary>
    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    public SteppedHost Host { get; }

    public Container Articles => _reader.GetContainer(new CosmosOptions().Database, CosmosSchema.Articles.Id);

    public static async Task<PipelineScene> CreateAsync(
        CrashPlan plan, Disorder? disorder = null, Action<LanguageOptions>? language = null, PipelineMetrics? metrics = null)
    {
        var scene = new PipelineScene(plan, disorder, language, metrics);
        await StorageSetup.CreateAsync(scene.Blobs, scene.Queues, CancellationToken.None);
        await CosmosSchema.CreateAsync(scene._reader, new CosmosOptions().Database, CancellationToken.None);
        return scene;
    }

    public Task DropAsync(string name, byte[] content) => DropAsync(name, new BinaryData(content));

    public async Task DropAsync(string name, BinaryData content) =>
        await Blobs.GetBlobContainerClient(PipelineMap.ArticlesContainer).GetBlobClient(name).UploadAsync(content, overwrite: true);

    public DateTimeOffset Now => _world.Clock.GetUtcNow();

    /// <summary>When the next message that waits can be received; null when none waits.</summary>
    public DateTimeOffset? NextMessage => _world.Storage.NextVisible();

    /// <summary>Messages in all queues, those that wait included.</summary>
    public int Messages => _world.Storage.Queues().Values.Sum(messages => messages.Count);

    /// <summary>Time passes, so that what is dropped next is later than what was dropped before.</summary>
    public void Wait(TimeSpan time) => _world.Clock.Advance(time);

    /// <summary>A service of the product, in a process beside the host's.</summary>
    public T Get<T>()
        where T : notnull => (_beside ??= StartProcess()).GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (_beside is not null)
        {
            await _beside.DisposeAsync();
        }

        await Host.DisposeAsync();
        _reader.Dispose();
        _account.Dispose();
    }

    /// <summary>The services of another process, an operator's, that dies by the same plan.</summary>
    public ServiceProvider StartOperator() => StartProcess();

    /// <summary>The operator, or the app, is started again after a crash.</summary>
    public void Restart() => _world.Plan.Restart();

    private ServiceProvider StartProcess()
    {
        var cosmos = new CosmosClientOptions
        {
            HttpClientFactory = () => new HttpClient(_world.ForCosmos(_account.CreateHandler())),
            ConnectionMode = ConnectionMode.Gateway,
            LimitToEndpoint = true,
        }.WithTelemetry(_metrics);
        return LocalServices.Build(
            new BlobServiceClient(SteppedWorld.ConnectionString, new BlobClientOptions { Transport = _world.ProcessTransport }),
            new QueueServiceClient(SteppedWorld.ConnectionString, new QueueClientOptions { Transport = _world.ProcessTransport }),
            new CosmosClient(LocalCosmosAccount.Endpoint.AbsoluteUri, LocalCosmosAccount.Key, cosmos),
            new NullObserver(),
            NullLoggerFactory.Instance,
            _world.Clock,
            _language,
            _metrics);
    }

    private sealed class NullObserver : IPipelineObserver;
}
