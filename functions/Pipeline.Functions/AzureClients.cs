using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Functions;

/// <summary>The clients, one of each for the life of the process.</summary>
internal static class AzureClients
{
    public const string CosmosConnection = PipelineMap.CosmosConnection;

    public static IServiceCollection AddAzureClients(
        this IServiceCollection services, IConfiguration configuration, TokenCredential credential)
    {
        services.AddOptions<ConnectionOptions>().Configure(options => options.Read(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConnectionOptions>, ConnectionOptions.Validator>();
        services.AddSingleton(provider => Connections(provider) switch
        {
            { StorageConnection: { Length: > 0 } connection } => new BlobServiceClient(connection),
            var options => new BlobServiceClient(new Uri(options.BlobEndpoint!), credential),
        });
        services.AddSingleton(provider => Connections(provider) switch
        {
            { StorageConnection: { Length: > 0 } connection } => new QueueServiceClient(connection),
            var options => new QueueServiceClient(new Uri(options.QueueEndpoint!), credential),
        });
        services.AddSingleton(provider => Connections(provider) switch
        {
            { CosmosConnection: { Length: > 0 } connection } => new CosmosClient(connection, Measured(provider)),
            var options => new CosmosClient(options.CosmosEndpoint, credential, Measured(provider)),
        });
        return services;
    }

    private static ConnectionOptions Connections(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<ConnectionOptions>>().Value;

    private static CosmosClientOptions Measured(IServiceProvider provider) =>
        new CosmosClientOptions().WithTelemetry(provider.GetRequiredService<PipelineMetrics>());
}
