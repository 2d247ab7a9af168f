using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Ingestion.Storage;
using Pipeline.Local.Azurite;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Signals;

namespace Pipeline.Local.Running;

/// <summary>The storage that a run uses: the embedded Azurite, or what --storage names.</summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private readonly AzuriteProcess? _azurite;

    private LocalStorage(AzuriteProcess? azurite, string connection, HostSignals signals)
    {
        _azurite = azurite;
        ConnectionString = connection;
        (Blobs, Queues) = Clients(connection, signals);
    }

    /// <summary>Or an endpoint; see <see cref="StorageAddress"/>.</summary>
    public string ConnectionString { get; }

    public BlobServiceClient Blobs { get; }

    public QueueServiceClient Queues { get; }

    public string Description => _azurite is null ? Blobs.Uri.Authority : $"Azurite on {Blobs.Uri.Authority}";

    public static async Task<LocalStorage> StartAsync(
        RunOptions options, HostSignals signals, CancellationToken cancellationToken)
    {
        var azurite = options.Storage is null
            ? await AzuriteProcess.StartAsync(Path.Combine(options.Data, "azurite"), cancellationToken)
            : null;
        try
        {
            var storage = Connect(azurite, options.Storage ?? azurite!.ConnectionString, signals);
            if (!StorageAddress.IsEndpoint(storage.ConnectionString))
            {
                await StorageSetup.CreateAsync(storage.Blobs, storage.Queues, cancellationToken);
            }

            return storage;
        }
        catch
        {
            await using (azurite)
            {
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    /// <summary>Clients that tell the host at once what they send and upload, which spares it to poll for that.</summary>
    public static (BlobServiceClient Blobs, QueueServiceClient Queues) Clients(string connection, HostSignals signals)
    {
        var blobs = new BlobClientOptions();
        blobs.AddPolicy(new StorageSignalPolicy(signals), HttpPipelinePosition.PerCall);
        var queues = new QueueClientOptions();
        queues.AddPolicy(new StorageSignalPolicy(signals), HttpPipelinePosition.PerCall);
        return (StorageAddress.Blobs(connection, blobs), StorageAddress.Queues(connection, queues));
    }

    private static LocalStorage Connect(AzuriteProcess? azurite, string address, HostSignals signals)
    {
        try
        {
            return new LocalStorage(azurite, address, signals);
        }
        catch (FormatException exception)
        {
            throw new LocalRunException("--storage: " + exception.Message, exception);
        }
    }
}
