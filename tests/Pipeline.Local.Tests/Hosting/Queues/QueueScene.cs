using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Functions;
using Pipeline.Local.Hosting.Queues;
using Pipeline.Local.Hosting.Signals;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;

namespace Pipeline.Local.Tests.Hosting.Queues;

/// <summary>The probe's queue in memory, with a clock that the test moves.</summary>
internal sealed class QueueScene
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly SteppedWorld _world = new(CrashPlan.None());

    public QueueScene(QueueSettings? settings = null, TimeSpan? functionTimeout = null, string queue = "probe")
    {
        Settings = settings ?? new QueueSettings
        {
            Base64 = false, MaxDequeueCount = 3, VisibilityTimeout = TimeSpan.FromSeconds(5), MaxPollingInterval = TimeSpan.FromSeconds(2),
        };
        var storage = HostStorage.Connect(SteppedWorld.ConnectionString, Settings, _world.ServiceTransport);
        Queue = storage.Queues.GetQueueClient(queue);
        Queue.CreateIfNotExists();
        Poison = storage.Queues.GetQueueClient(queue + "-poison");
        Store = new ObservedQueueStore(new AzureQueueStore(storage.Queues));
        Signals = new HostSignals(Clock);
        var services = new ServiceCollection().AddSingleton(Probe).BuildServiceProvider();
        var function = FunctionDiscovery.FindIn([], [typeof(ProbeFunctions)]).Single(function => function.Name == "ProbeMessage");
        var invoker = new FunctionInvoker(function, typeof(QueueMessage), [], services.GetRequiredService<IServiceScopeFactory>());
        Delivery = new QueueDelivery(
            queue,
            new FunctionRunner(function, invoker, Observer, Clock, functionTimeout ?? TimeSpan.FromMinutes(30)),
            Store,
            Settings,
            Lease,
            Signals,
            Clock,
            NullLogger.Instance);
    }

    public QueueSettings Settings { get; }

    public Probe Probe { get; } = new();

    public RecordingObserver Observer { get; } = new();

    public FakeTimeProvider Clock => _world.Clock;

    public QueueClient Queue { get; }

    public QueueClient Poison { get; }

    public ObservedQueueStore Store { get; }

    public HostSignals Signals { get; }

    public QueueDelivery Delivery { get; }

    public QueueListener Listener(IQueueStore? store = null) => new(Delivery, store ?? Store, Settings, Lease, Signals, new Random(1), NullLogger.Instance);

    public async Task<QueueMessage?> ReceiveAsync() =>
        (await Store.ReceiveAsync(Queue.Name, 1, Lease, CancellationToken.None)).SingleOrDefault();

    public async Task<int> CountAsync() => await Store.CountAsync(Queue.Name, CancellationToken.None);
}
