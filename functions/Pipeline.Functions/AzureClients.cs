using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Ingestion;

namespace Pipeline.Functions;

/// <summary>
/// The clients, one of each for the life of the process. Each service is named either by its endpoint, then the app's
/// identity signs in, or by a connection string, for emulators.
/// </summary>
internal static class AzureClients
{
    public const string CosmosConnection = PipelineMap.CosmosConnection;

    public static IServiceCollection AddAzureClients(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.AddSingleton(provider => Blobs(configuration, provider));
        services.AddSingleton(provider => Queues(configuration, provider));
        services.AddSingleton(provider => Cosmos(configuration, provider));
        return services;
    }

    private static BlobServiceClient Blobs(IConfiguration configuration, IServiceProvider services) =>
        configuration[PipelineMap.StorageConnection] is { Length: > 0 } connection
            ? new BlobServiceClient(connection)
            : new BlobServiceClient(
                Endpoint(configuration, PipelineMap.StorageConnection, "blobServiceUri"),
                services.GetRequiredService<TokenCredential>());

    private static QueueServiceClient Queues(IConfiguration configuration, IServiceProvider services) =>
        configuration[PipelineMap.StorageConnection] is { Length: > 0 } connection
            ? new QueueServiceClient(connection)
            : new QueueServiceClient(
                Endpoint(configuration, PipelineMap.StorageConnection, "queueServiceUri"),
                services.GetRequiredService<TokenCredential>());

    private static CosmosClient Cosmos(IConfiguration configuration, IServiceProvider services) =>
        configuration[CosmosConnection] is { Length: > 0 } connection
            ? new CosmosClient(connection)
            : new CosmosClient(
                Endpoint(configuration, CosmosConnection, "accountEndpoint").ToString(),
                services.GetRequiredService<TokenCredential>());

    private static Uri Endpoint(IConfiguration configuration, string connection, string part)
    {
        var setting = $"{connection}:{part}";
        return Uri.TryCreate(configuration[setting], UriKind.Absolute, out var endpoint)
            ? endpoint
            : throw new InvalidOperationException(
                $"Set {connection}__{part} to the service's endpoint, such as https://name.service, or {connection} to a connection string.");
    }
}
