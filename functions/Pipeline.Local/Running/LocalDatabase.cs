using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Telemetry;
using Pipeline.LocalCosmos;

namespace Pipeline.Local.Running;

/// <summary>The database that a run uses: the embedded LocalCosmos, or what --cosmos names.</summary>
internal sealed class LocalDatabase : IAsyncDisposable
{
    private readonly LocalCosmosAccount? _account;

    private LocalDatabase(LocalCosmosAccount? account, CosmosClient client)
    {
        _account = account;
        Client = client;
    }

    public CosmosClient Client { get; }

    public string Description => _account is null ? Client.Endpoint.Authority : "LocalCosmos";

    public static async Task<LocalDatabase> StartAsync(
        RunOptions options, PipelineMetrics metrics, CancellationToken cancellationToken)
    {
        // Spares the SDK a slow question for the name of the virtual machine that this is not.
        Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");

        var account = options.Cosmos is null ? Open(options.Data) : null;
        var settings = new CosmosClientOptions().WithTelemetry(metrics);
        var client = account?.CreateClient(settings) ?? Connect(options.Cosmos!, settings);
        var database = new LocalDatabase(account, client);
        try
        {
            // An account that is signed in to by identity was set up by its deployment, and refuses this to the identity.
            if (account is not null || IsEmulatorOrKeyed(options.Cosmos!))
            {
                await CosmosSchema.CreateAsync(client, new CosmosOptions().Database, cancellationToken);
            }

            return database;
        }
        catch
        {
            await using (database)
            {
                throw;
            }
        }
    }

    /// <summary>Null when no port was asked for.</summary>
    public async Task<LocalCosmosServer?> ServeAsync(int? port, CancellationToken cancellationToken)
    {
        if (port is null)
        {
            return null;
        }

        return _account is null
            ? throw new LocalRunException("--cosmos-port serves the embedded LocalCosmos, which --cosmos replaces: give one of the two.")
            : await LocalCosmosServer.StartAsync(_account, port.Value, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        _account?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static LocalCosmosAccount Open(string data)
    {
        try
        {
            return LocalCosmosAccount.Open(Path.Combine(data, "cosmos", "account.db"));
        }
        catch (IOException exception)
        {
            throw new LocalRunException(
                $"{data} is in use by a run of the pipeline, or cannot be opened ({exception.Message}) Ask a run that was started with --port "
                    + "over HTTP instead (GET /api/status, ...), stop it, or name another folder with --data.",
                exception);
        }
    }

    private static bool IsConnectionString(string address) => address.Contains("AccountEndpoint=", StringComparison.OrdinalIgnoreCase);

    private static bool IsEmulatorOrKeyed(string address) => IsConnectionString(address) || new Uri(address).IsLoopback;

    /// <summary>A connection string, or an endpoint: the emulator's key is public, and an account is signed in to by identity.</summary>
    private static CosmosClient Connect(string endpoint, CosmosClientOptions settings)
    {
        (settings.ConnectionMode, settings.LimitToEndpoint) = (ConnectionMode.Gateway, true);
        if (IsConnectionString(endpoint))
        {
            return new CosmosClient(endpoint, settings);
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri))
        {
            throw new LocalRunException(
                $"--cosmos {endpoint}: give an endpoint such as http://127.0.0.1:8081/, or a connection string.");
        }

        return uri.IsLoopback
            ? new CosmosClient(endpoint, LocalCosmosAccount.Key, settings)
            : new CosmosClient(endpoint, new Azure.Identity.DefaultAzureCredential(), settings);
    }
}
