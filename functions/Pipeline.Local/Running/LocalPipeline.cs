using Azure.Storage.Blobs;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Functions;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Storage;
using Pipeline.Ingestion.Telemetry;
using Pipeline.Local.Azurite;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Local.Hosting.Signals;
using Pipeline.LocalCosmos;

namespace Pipeline.Local.Running;

/// <summary>
/// The whole pipeline on this machine. Parts start from the bottom up and stop from the top down:
/// <code>
///  storage (Azurite) ── database (LocalCosmos) ── language service, if emulated ── services ── functions host
/// </code>
/// </summary>
internal sealed class LocalPipeline : IAsyncDisposable
{
    private readonly LocalStorage _storage;
    private readonly LocalDatabase _database;
    private readonly LocalLanguage _language;
    private readonly ServiceProvider _services;
    private readonly LocalFunctionsHost _host;
    private readonly LocalCosmosServer? _server;

    private LocalPipeline(
        LocalStorage storage,
        LocalDatabase database,
        LocalLanguage language,
        ServiceProvider services,
        LocalFunctionsHost host,
        LocalCosmosServer? server)
    {
        _storage = storage;
        _database = database;
        _language = language;
        _services = services;
        _host = host;
        _server = server;
    }

    public BlobServiceClient Blobs => _storage.Blobs;

    /// <summary>Where the HTTP functions are served; null without a port.</summary>
    public Uri? HttpAddress => _host.HttpAddress;

    /// <summary>One line on what this run stands on.</summary>
    public string Description => $"Storage: {_storage.Description}.  Database: {_database.Description}"
        + (_server is null ? "." : $", also served on {_server.Endpoint}.") + _language.Description;

    public static async Task<LocalPipeline> StartAsync(
        RunOptions options, IPipelineObserver observer, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        var signals = new HostSignals(TimeProvider.System);
        var parts = new Stack<IAsyncDisposable>();
        try
        {
            // First, since it refuses a folder that another run uses; two emulators on one folder would spoil it.
            var metrics = new PipelineMetrics();
            var database = await LocalDatabase.StartAsync(options, metrics, cancellationToken);
            parts.Push(database);
            var storage = await LocalStorage.StartAsync(options, signals, cancellationToken);
            parts.Push(storage);
            var server = await database.ServeAsync(options.CosmosPort, cancellationToken);
            if (server is not null)
            {
                parts.Push(server);
            }

            var language = await LocalLanguage.StartAsync(options.Language, cancellationToken);
            parts.Push(language);
            var services = LocalServices.Build(
                storage.Blobs, storage.Queues, database.Client, observer, logging, language: language.Configure, metrics: metrics);
            parts.Push(services);
            var host = Host(storage.ConnectionString, database.Client, options.Port, services, signals);
            return new LocalPipeline(storage, database, language, services, host, server);
        }
        catch
        {
            foreach (var part in parts)
            {
                await part.DisposeAsync();
            }

            throw;
        }
    }

    /// <summary>Starts the functions; returns when the host knows every blob that waits.</summary>
    public async Task StartFunctionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _host.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new LocalRunException($"--port: {exception.Message}", exception);
        }

        await _host.WaitForFirstScanAsync(cancellationToken);
    }

    public IAsyncEnumerable<ArticleInFlight> InFlightAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<WorkStore>().ListAsync(cancellationToken);

    /// <summary>
    /// True when no file waits, no message is under way, no article is in flight, but for those that wait for a later day, and
    /// no change of a document waits for a function.
    /// </summary>
    public async Task<bool> IsAtRestAsync(CancellationToken cancellationToken)
    {
        if (_host.PendingBlobs > 0 || _host.Running > 0)
        {
            return false;
        }

        var now = DateTimeOffset.UtcNow;
        await foreach (var article in InFlightAsync(cancellationToken))
        {
            if (!(article.DeferredUntil > now))
            {
                return false;
            }
        }

        return await _host.AreChangesReadAsync(cancellationToken);
    }

    /// <summary>The documents that came from a file.</summary>
    public async IAsyncEnumerable<ArticleDocument> DocumentsOfAsync(
        string blob, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new QueryDefinition(DocumentQueries.OfBlob).WithParameter("@blob", blob);
        var articles = _services.GetRequiredService<CosmosContainers>().Articles;
        await foreach (var document in articles.ReadAllAsync(query, cancellationToken))
        {
            yield return document;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _services.DisposeAsync();
        await _language.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _storage.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static LocalFunctionsHost Host(
        string connection, CosmosClient cosmos, int? httpPort, IServiceProvider services, HostSignals signals)
    {
        var configuration = HostConfigurationReader.ReadFile(Path.Combine(RepositoryRoot.Find(), "host.json"));
        var options = new LocalFunctionsHostOptions
        {
            Assemblies = [typeof(ReceiveArticle).Assembly],
            Configuration = configuration,
            Storage = HostStorage.Connect(connection, configuration.Queues),
            HttpPort = httpPort,
            Observer = ActivatorUtilities.CreateInstance<HostFailureLog>(services),
            Cosmos = cosmos,
            Settings = LocalSettings.For(services),
            Deletions = LocalSettings.Deletions(TimeProvider.System),
        };
        return new LocalFunctionsHost(options, services, signals);
    }
}
