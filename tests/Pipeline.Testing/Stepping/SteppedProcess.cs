using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Blobs;
using Pipeline.Local.Hosting.ChangeFeeds;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Functions;
using Pipeline.Local.Hosting.Observing;
using Pipeline.Local.Hosting.Queues;
using Pipeline.Local.Hosting.Signals;
using Pipeline.Local.Running;

namespace Pipeline.Testing.Stepping;

/// <summary>One life of the process under test.</summary>
internal sealed class SteppedProcess : IAsyncDisposable
{
    private const int LargestBatch = 32;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly IServiceProvider _services;
    private readonly TimeProvider _clock;
    private readonly AzureQueueStore _visible;
    private readonly HostStorage _service;
    private readonly List<QueueDelivery> _queues = [];
    private readonly List<(BlobDelivery Delivery, BlobReceipts Receipts)> _blobs = [];
    private readonly List<ChangeFeedReader> _feeds = [];
    private readonly Dictionary<string, FunctionRunner> _timers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Function, string Blob), int> _attempts = [];

    private SteppedProcess(SteppedHostOptions options, HostConfiguration configuration)
    {
        var world = options.World;
        _clock = world.Clock;
        _service = HostStorage.Connect(SteppedWorld.ConnectionString, configuration.Queues, world.ServiceTransport);
        _visible = new AzureQueueStore(_service.Queues);
        _services = options.StartProcess();

        var own = HostStorage.Connect(SteppedWorld.ConnectionString, configuration.Queues, world.ProcessTransport);
        var settling = new AzureQueueStore(own.Queues);
        var signals = new HostSignals(_clock);
        foreach (var function in FunctionDiscovery.FindIn(options.Assemblies, options.FunctionTypes))
        {
            if (function.Trigger is QueueTriggerAttribute queue)
            {
                _queues.Add(new QueueDelivery(
                    queue.QueueName,
                    Runner(function, typeof(QueueMessage), [], configuration),
                    settling,
                    configuration.Queues,
                    Lease,
                    signals,
                    _clock,
                    NullLogger.Instance));
            }
            else if (function.Trigger is BlobTriggerAttribute blob)
            {
                var pattern = BlobPattern.Parse(blob.BlobPath);
                var receipts = new BlobReceipts(own.Blobs, function.Name);
                var runner = Runner(function, typeof(BlobClient), [pattern.Part], configuration);
                _blobs.Add((new BlobDelivery(pattern, runner, own.Blobs, settling, receipts, configuration.Blobs), receipts));
            }
            else if (function.Trigger is TimerTriggerAttribute)
            {
                _timers.Add(function.Name, Runner(function, typeof(TimerInfo), [], configuration));
            }
            else if (function.Trigger is CosmosDBTriggerAttribute feed)
            {
                var items = ChangeFeedReader.ItemsOf(function);
                var database = SettingNames.Resolve(feed.DatabaseName, LocalSettings.For(_services), function.Name);
                var client = _services.GetRequiredService<CosmosClient>();
                _feeds.Add(new ChangeFeedReader(feed, Runner(function, items, [], configuration), items, client, database));
            }
        }
    }

    public static async Task<SteppedProcess> StartAsync(SteppedHostOptions options)
    {
        var process = new SteppedProcess(options, HostConfigurationReader.Read(options.HostJson));
        foreach (var queue in process._queues)
        {
            await process._visible.CreateIfMissingAsync(queue.Queue, CancellationToken.None);
        }

        foreach (var (delivery, receipts) in process._blobs)
        {
            await process._service.Blobs.GetBlobContainerClient(delivery.Container).CreateIfNotExistsAsync();
            await receipts.LoadAsync(CancellationToken.None);
        }

        return process;
    }

    /// <summary>All that can be received now and is not held already.</summary>
    public async Task<IReadOnlyList<SteppedDelivery>> ReceiveAsync(IReadOnlyList<SteppedDelivery> held)
    {
        var received = new List<SteppedDelivery>();
        foreach (var (delivery, receipts) in _blobs)
        {
            await ScanAsync(delivery, receipts, held, received);
        }

        foreach (var queue in _queues)
        {
            while (await _visible.ReceiveAsync(queue.Queue, LargestBatch, Lease, CancellationToken.None) is { Count: > 0 } batch)
            {
                received.AddRange(batch.Select(message => new SteppedDelivery(
                    queue.Function,
                    message.MessageId,
                    (int)message.DequeueCount,
                    message.Body.ToString(),
                    () => queue.DeliverAsync(message, CancellationToken.None))));
            }
        }

        return received;
    }

    /// <summary>Takes the next changes of the database through the functions that follow them.</summary>
    /// <returns>False when there was nothing new.</returns>
    public async Task<bool> ReadFeedsAsync()
    {
        var any = false;
        foreach (var feed in _feeds)
        {
            any |= await feed.ReadAsync(CancellationToken.None) != FeedProgress.NothingNew;
        }

        return any;
    }

    /// <summary>One occurrence of a timer's schedule, whatever the clock says.</summary>
    public SteppedDelivery Timer(string function)
    {
        var runner = _timers[function];
        var input = new TriggerInput(new TimerInfo(), function, 1);
        return new SteppedDelivery(
            function, function, 1, "", () => runner.RunAsync(runner.Describe(input), input, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is IAsyncDisposable services)
        {
            await services.DisposeAsync();
        }
    }

    private async Task ScanAsync(
        BlobDelivery delivery, BlobReceipts receipts, IReadOnlyList<SteppedDelivery> held, List<SteppedDelivery> received)
    {
        await foreach (var blob in _service.Blobs.GetBlobContainerClient(delivery.Container).GetBlobsAsync())
        {
            var version = BlobVersion.Of(blob.Name, blob.Properties.ETag ?? default);
            if (delivery.Pattern.Match(blob.Name) is null
                || receipts.Has(version)
                || held.Any(other => other.Function == delivery.Function && other.Subject == blob.Name))
            {
                continue;
            }

            var key = (delivery.Function, blob.Name);
            var attempt = _attempts[key] = _attempts.GetValueOrDefault(key) + 1;
            received.Add(new SteppedDelivery(delivery.Function, blob.Name, attempt, "", async () =>
            {
                await delivery.DeliverAsync(version, attempt, CancellationToken.None);
                await receipts.FlushAsync(CancellationToken.None);
            }));
        }
    }

    private FunctionRunner Runner(FunctionDefinition function, Type accepts, string[] parts, HostConfiguration configuration) => new(
        function,
        new FunctionInvoker(function, accepts, parts, _services.GetRequiredService<IServiceScopeFactory>()),
        SilentObserver.Instance,
        _clock,
        configuration.FunctionTimeout);
}
