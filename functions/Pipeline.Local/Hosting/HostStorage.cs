using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Local.Hosting.Configuration;

namespace Pipeline.Local.Hosting;

/// <summary>The storage that the host listens to: one account serves every connection name.</summary>
internal sealed record HostStorage(BlobServiceClient Blobs, QueueServiceClient Queues)
{
    /// <param name="address">Of Azurite or of an account; see <see cref="StorageAddress"/>.</param>
    /// <param name="settings">They say how messages are encoded.</param>
    /// <param name="transport">For tests: what the requests go through.</param>
    public static HostStorage Connect(string address, QueueSettings settings, HttpPipelineTransport? transport = null)
    {
        var blobs = new BlobClientOptions();
        var queues = new QueueClientOptions
        {
            MessageEncoding = settings.Base64 ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None,
        };
        foreach (ClientOptions options in new ClientOptions[] { blobs, queues })
        {
            options.Transport = transport ?? options.Transport;
            options.Diagnostics.IsTelemetryEnabled = false;
            options.Diagnostics.IsLoggingEnabled = false;
            options.Diagnostics.IsDistributedTracingEnabled = false;
        }

        return new HostStorage(StorageAddress.Blobs(address, blobs), StorageAddress.Queues(address, queues));
    }
}
