using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Cosmos;
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

    public static async Task<LocalDatabase> StartAsync(RunOptions options, CancellationToken cancellationToken)
    {
        // Spares the SDK a slow question for the name of the virtual machine that this is not.
        Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");

        var account = options.Cosmos is null
            ? LocalCosmosAccount.Open(Path.Combine(options.Data, "cosmos", "account.db"))
            : null;
        var client = account?.CreateClient() ?? Connect(options.Cosmos!);
        var database = new LocalDatabase(account, client);
        try
        {
            await CosmosSchema.CreateAsync(client, new CosmosOptions().Database, cancellationToken);
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

    /// <summary>A connection string, or an endpoint: the emulator's key is public, and an account is signed in to by identity.</summary>
    private static CosmosClient Connect(string endpoint)
    {
        var gateway = new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway, LimitToEndpoint = true };
        if (endpoint.Contains("AccountEndpoint=", StringComparison.OrdinalIgnoreCase))
        {
            return new CosmosClient(endpoint, gateway);
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri))
        {
            throw new LocalRunException(
                $"--cosmos {endpoint}: give an endpoint such as http://127.0.0.1:8081/, or a connection string.");
        }

        return uri.IsLoopback
            ? new CosmosClient(endpoint, LocalCosmosAccount.Key, gateway)
            : new CosmosClient(endpoint, new Azure.Identity.DefaultAzureCredential());
    }
}
