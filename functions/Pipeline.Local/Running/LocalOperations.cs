using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Ingestion.Telemetry;
using Pipeline.Local.Hosting.Signals;

namespace Pipeline.Local.Running;

/// <summary>The pipeline's services without its functions: for an operator who looks and changes while no run uses the folder, or on accounts.</summary>
internal sealed class LocalOperations : IAsyncDisposable
{
    private readonly IAsyncDisposable[] _parts;
    private readonly ServiceProvider _services;

    private LocalOperations(ServiceProvider services, params IAsyncDisposable[] parts) => (_services, _parts) = (services, parts);

    public static async Task<LocalOperations> StartAsync(RunOptions options, CancellationToken cancellationToken)
    {
        var metrics = new PipelineMetrics();
        var database = await LocalDatabase.StartAsync(options, metrics, cancellationToken);
        try
        {
            var storage = await LocalStorage.StartAsync(options, new HostSignals(TimeProvider.System), cancellationToken);
            var services = LocalServices.Build(
                storage.Blobs, storage.Queues, database.Client, new NobodyWatches(), NullLoggerFactory.Instance, metrics: metrics);
            return new LocalOperations(services, services, storage, database);
        }
        catch
        {
            await using (database)
            {
                throw;
            }
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts)
        {
            await part.DisposeAsync();
        }
    }

    private sealed class NobodyWatches : Ingestion.IPipelineObserver;
}
