using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Pipeline.Local.Hosting;

/// <summary>
/// How --storage names an account: by a connection string, or by its blob endpoint, such as https://NAME.blob.core.windows.net/; then
/// whoever is signed in (az login, a managed identity) is asked for, as accounts without keys need it.
/// </summary>
internal static class StorageAddress
{
    private const string BlobService = ".blob.";

    /// <summary>True when the account is reached by identity; a deployment has then made its containers and queues.</summary>
    public static bool IsEndpoint(string address) => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="FormatException">The address is neither.</exception>
    public static BlobServiceClient Blobs(string address, BlobClientOptions options) => Connect(
        address,
        connection => new BlobServiceClient(connection, options),
        endpoint => new BlobServiceClient(endpoint, new DefaultAzureCredential(), options));

    /// <exception cref="FormatException">The address is neither.</exception>
    public static QueueServiceClient Queues(string address, QueueClientOptions options) => Connect(
        address,
        connection => new QueueServiceClient(connection, options),
        endpoint => new QueueServiceClient(
            new Uri(endpoint.AbsoluteUri.Replace(BlobService, ".queue.", StringComparison.OrdinalIgnoreCase)), new DefaultAzureCredential(), options));

    private static T Connect<T>(string address, Func<string, T> byConnection, Func<Uri, T> byIdentity)
    {
        try
        {
            if (!IsEndpoint(address))
            {
                return byConnection(address);
            }

            var endpoint = new Uri(address);
            return endpoint.Host.Contains(BlobService, StringComparison.OrdinalIgnoreCase)
                ? byIdentity(endpoint)
                : throw new FormatException("It is not the endpoint of a blob service.");
        }
        catch (FormatException exception)
        {
            throw new FormatException(
                "Name a storage account by its connection string (\"DefaultEndpointsProtocol=https;AccountName=...;AccountKey=...\") or by its "
                    + $"blob endpoint (https://NAME.blob.core.windows.net/). {exception.Message}",
                exception);
        }
    }
}
