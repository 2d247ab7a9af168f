using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Local.Hosting.Blobs;
using Pipeline.Local.Hosting.ChangeFeeds;
using Pipeline.Local.Hosting.Functions;
using Pipeline.Local.Hosting.Http;
using Pipeline.Local.Hosting.Queues;
using Pipeline.Local.Hosting.Signals;
using Pipeline.Local.Hosting.Timers;

namespace Pipeline.Local.Hosting;

/// <summary>Finds functions by their attributes and runs them with the semantics of the Functions host. Start it once, stop it once.</summary>
internal sealed class LocalFunctionsHost : IAsyncDisposable
{
    private static readonly TimeSpan DefaultPollDelay = TimeSpan.FromSeconds(5);

    private readonly LocalFunctionsHostOptions _options;
    private readonly IServiceScopeFactory _scopes;
    private readonly ILogger<LocalFunctionsHost> _logger;
    private readonly AzureQueueStore _queues;
    private readonly List<IListener> _listeners = [];
    private readonly SortedSet<string> _queueNames = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _containerNames = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abort = new();
    private Task _listening = Task.CompletedTask;
    private HttpServer? _http;

    /// <param name="options">What to run.</param>
    /// <param name="services">Where the functions' constructors get their parameters from.</param>
    /// <param name="signals">Made by the caller so that his storage clients can carry <see cref="StorageSignalPolicy"/>.</param>
    /// <exception cref="FunctionDefinitionException">A function cannot be run here; the message says why.</exception>
    public LocalFunctionsHost(LocalFunctionsHostOptions options, IServiceProvider services, HostSignals signals)
    {
        _options = options;
        _scopes = services.GetRequiredService<IServiceScopeFactory>();
        _logger = services.GetRequiredService<ILogger<LocalFunctionsHost>>();
        _queues = new AzureQueueStore(options.Storage.Queues);
        Signals = signals;
        Functions = FunctionDiscovery.FindIn(options.Assemblies, options.FunctionTypes);
        _listeners.AddRange(Functions.Select(Listener));
    }

    public HostSignals Signals { get; }

    /// <summary>Where the HTTP functions are served, with their prefix; null before the start, and without a port.</summary>
    public Uri? HttpAddress => _http is null ? null : new Uri(_http.Address, _options.Configuration.Http.RoutePrefix + "/");

    /// <summary>What was found, by name.</summary>
    public IReadOnlyList<FunctionDefinition> Functions { get; }

    /// <summary>Queues that trigger a function.</summary>
    public IReadOnlyCollection<string> Queues => _queueNames;

    /// <summary>Runs at this moment, of all functions.</summary>
    public int Running => _listeners.Sum(listener => listener.Running);

    /// <summary>Blobs that are known and have not reached their end. Only complete after <see cref="WaitForFirstScanAsync"/>.</summary>
    public int PendingBlobs => _listeners.OfType<BlobListener>().Sum(listener => listener.Pending);

    /// <summary>Creates what the functions listen to and begins.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_queueNames.Select(queue => _queues.CreateIfMissingAsync(queue, cancellationToken).AsTask()));
        await Task.WhenAll(_containerNames.Select(container => _options.Storage.Blobs
            .GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken)));
        _listening = Task.WhenAll(_listeners.Select(listener => Task.Run(
            () => listener.ListenAsync(_stop.Token, _abort.Token), CancellationToken.None)));
        if (_options.HttpPort is { } port)
        {
            _http = await HttpServer.StartAsync(
                port, _options.Configuration.Http.RoutePrefix, _listeners.OfType<HttpListener>(), cancellationToken);
        }

        HostLog.Listening(_logger, string.Join(", ", Functions.Select(function => function.Name)));
    }

    /// <summary>Completes when every watched container has been listed once.</summary>
    public Task WaitForFirstScanAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_listeners.OfType<BlobListener>().Select(listener => listener.Scanned)).WaitAsync(cancellationToken);

    /// <summary>True when functions have handled all that had changed in the database before.</summary>
    public async Task<bool> AreChangesReadAsync(CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(_listeners.OfType<ChangeFeedListener>().Select(listener => listener.IsReadAsync(cancellationToken)));
        return read.All(done => done);
    }

    /// <summary>Messages in a queue, hidden ones included: 0 means that nothing of it is in flight.</summary>
    public ValueTask<int> CountMessagesAsync(string queue, CancellationToken cancellationToken) =>
        _queues.CountAsync(queue, cancellationToken);

    /// <summary>
    /// Starts no more runs, waits for the running ones, cancels what runs longer than the grace period, and puts back what
    /// those held. Messages and blobs that were not finished are delivered again by the next start.
    /// </summary>
    public async Task StopAsync()
    {
        await using (_http)
        {
            // Requests that run are answered, new ones are refused.
        }

        await _stop.CancelAsync();
        await _listening;
        var drained = Task.WhenAll(_listeners.Select(listener => listener.DrainAsync(CancellationToken.None)));
        if (await EndsWithinAsync(drained, _options.GracePeriod))
        {
            return;
        }

        await _abort.CancelAsync();
        if (!await EndsWithinAsync(drained, _options.AbortPeriod))
        {
            HostLog.Abandoned(_logger, Running);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stop.IsCancellationRequested)
        {
            await StopAsync();
        }

        foreach (var listener in _listeners.OfType<IDisposable>())
        {
            listener.Dispose();
        }

        _stop.Dispose();
        _abort.Dispose();
    }

    private async Task<bool> EndsWithinAsync(Task task, TimeSpan limit)
    {
        await task.WaitAsync(limit, _options.Clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return task.IsCompleted;
    }

    private IListener Listener(FunctionDefinition function) => function.Trigger switch
    {
        QueueTriggerAttribute trigger => QueueListener(function, trigger.QueueName),
        BlobTriggerAttribute trigger => BlobListener(function, BlobPattern.Parse(trigger.BlobPath)),
        TimerTriggerAttribute trigger => TimerListener(function, trigger),
        HttpTriggerAttribute trigger => HttpListener(function, trigger),
        CosmosDBTriggerAttribute trigger => FeedListener(function, trigger),
        var trigger => throw new FunctionDefinitionException(
            $"Function {function.Name}: the local host does not run {trigger.GetType().Name}."),
    };

    private QueueListener QueueListener(FunctionDefinition function, string queue)
    {
        var settings = _options.Configuration.Queues;
        _queueNames.Add(queue);
        var delivery = new QueueDelivery(
            queue, Runner(function, typeof(QueueMessage), []), _queues, settings, _options.QueueLease, Signals, _options.Clock, _logger);
        return new QueueListener(delivery, _queues, settings, _options.QueueLease, Signals, _options.Random, _logger);
    }

    private BlobListener BlobListener(FunctionDefinition function, BlobPattern pattern)
    {
        var blobs = _options.Storage.Blobs;
        _containerNames.Add(pattern.Container);
        var receipts = new BlobReceipts(blobs, function.Name);
        var delivery = new BlobDelivery(
            pattern, Runner(function, typeof(BlobClient), [pattern.Part]), blobs, _queues, receipts, _options.Configuration.Blobs);
        var deletions = _options.Deletions.TryGetValue(pattern.Container, out var told)
            ? new BlobDeletions(_queues, told.Queue, told.Message)
            : null;
        return new BlobListener(delivery, blobs, receipts, deletions, _options.Configuration, Signals, _options.Clock, _logger);
    }

    private TimerListener TimerListener(FunctionDefinition function, TimerTriggerAttribute trigger)
    {
        try
        {
            var schedule = CronSchedule.Parse(trigger.Schedule);
            return new TimerListener(trigger, schedule, Runner(function, typeof(TimerInfo), []), _options.Clock);
        }
        catch (FormatException error)
        {
            throw new FunctionDefinitionException($"Function {function.Name}: {error.Message}", error);
        }
    }

    private HttpListener HttpListener(FunctionDefinition function, HttpTriggerAttribute trigger)
    {
        try
        {
            var route = RoutePatternFactory.Parse(trigger.Route ?? function.Name);
            string[] parts = [.. route.Parameters.Select(parameter => parameter.Name)];
            return new HttpListener(trigger, route, Runner(function, typeof(HttpRequest), parts));
        }
        catch (RoutePatternException error)
        {
            throw new FunctionDefinitionException($"Function {function.Name}: {error.Message}", error);
        }
    }

    private ChangeFeedListener FeedListener(FunctionDefinition function, CosmosDBTriggerAttribute trigger)
    {
        var client = _options.Cosmos
            ?? throw new FunctionDefinitionException($"Function {function.Name}: the local host was given no database to read changes of.");
        var items = ChangeFeedReader.ItemsOf(function);
        var database = SettingNames.Resolve(trigger.DatabaseName, _options.Settings, function.Name);
        var reader = new ChangeFeedReader(trigger, Runner(function, items, []), items, client, database);
        var delay = trigger.FeedPollDelay > 0 ? TimeSpan.FromMilliseconds(trigger.FeedPollDelay) : DefaultPollDelay;
        return new ChangeFeedListener(reader, trigger.ContainerName, delay, _options.Clock, _logger);
    }

    private FunctionRunner Runner(FunctionDefinition function, Type accepts, string[] parts) => new(
        function,
        new FunctionInvoker(function, accepts, parts, _scopes),
        _options.Observer,
        _options.Clock,
        _options.Configuration.FunctionTimeout);
}
