using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Pipeline.Ingestion;

namespace Pipeline.Functions;

/// <summary>Where the services are. Each is named by its endpoint, then the app's identity signs in, or by a connection string, for emulators.</summary>
internal sealed class ConnectionOptions
{
    public string? StorageConnection { get; set; }

    public string? BlobEndpoint { get; set; }

    public string? QueueEndpoint { get; set; }

    public string? CosmosConnection { get; set; }

    public string? CosmosEndpoint { get; set; }

    public void Read(IConfiguration configuration)
    {
        StorageConnection = configuration[PipelineMap.StorageConnection];
        BlobEndpoint = configuration[PipelineMap.StorageConnection + ":blobServiceUri"];
        QueueEndpoint = configuration[PipelineMap.StorageConnection + ":queueServiceUri"];
        CosmosConnection = configuration[AzureClients.CosmosConnection];
        CosmosEndpoint = configuration[AzureClients.CosmosConnection + ":accountEndpoint"];
    }

    /// <summary>Stops the start of an app that could reach nothing, with a sentence for each setting that is missing.</summary>
    public sealed class Validator : IValidateOptions<ConnectionOptions>
    {
        public ValidateOptionsResult Validate(string? name, ConnectionOptions options)
        {
            string?[] faults =
            [
                Fault(options.StorageConnection, options.BlobEndpoint, PipelineMap.StorageConnection, "blobServiceUri"),
                Fault(options.StorageConnection, options.QueueEndpoint, PipelineMap.StorageConnection, "queueServiceUri"),
                Fault(options.CosmosConnection, options.CosmosEndpoint, AzureClients.CosmosConnection, "accountEndpoint"),
            ];
            return faults.OfType<string>().ToList() is { Count: > 0 } found
                ? ValidateOptionsResult.Fail(found)
                : ValidateOptionsResult.Success;
        }

        private static string? Fault(string? connection, string? endpoint, string setting, string part) =>
            string.IsNullOrEmpty(connection) && !Uri.TryCreate(endpoint, UriKind.Absolute, out _)
                ? $"Set {setting}__{part} to the service's endpoint, such as https://name.service, or {setting} to a connection string."
                : null;
    }
}
