using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Pipeline.Local.Hosting.Signals;

/// <summary>
/// Added to the storage clients of this process, it tells the host's listeners of each message sent and each blob written,
/// as soon as the service has confirmed it. Reads the request's URL and the answer's headers only.
/// </summary>
internal sealed class StorageSignalPolicy(HostSignals signals) : HttpPipelineSynchronousPolicy
{
    private const string VisibilityTimeout = "visibilitytimeout=";

    public override void OnReceivedResponse(HttpMessage message)
    {
        if (message.Response.Status != 201)
        {
            return;
        }

        var url = message.Request.Uri.ToUri();
        if (message.Request.Method == RequestMethod.Post)
        {
            Sent(url);
        }
        else if (message.Request.Method == RequestMethod.Put
            && message.Response.Headers.ETag is { } etag
            && (url.Query.Length == 0 || url.Query.Contains("comp=blocklist", StringComparison.Ordinal)))
        {
            Written(url, etag);
        }
    }

    // POST /{account}/{queue}/messages, with the account in the host's name for a real one.
    private void Sent(Uri url)
    {
        var parts = url.Segments;
        if (parts.Length < 3 || parts[^1] is not "messages")
        {
            return;
        }

        var wait = 0;
        foreach (var parameter in url.Query.TrimStart('?').Split('&'))
        {
            if (parameter.StartsWith(VisibilityTimeout, StringComparison.Ordinal))
            {
                wait = int.Parse(parameter.AsSpan(VisibilityTimeout.Length), CultureInfo.InvariantCulture);
            }
        }

        signals.MessageSent(parts[^2].TrimEnd('/'), TimeSpan.FromSeconds(wait));
    }

    private void Written(Uri url, ETag etag)
    {
        var path = url.AbsolutePath.AsSpan().TrimStart('/');
        if (url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || url.IsLoopback)
        {
            path = path[(path.IndexOf('/') + 1)..];
        }

        var slash = path.IndexOf('/');
        if (slash > 0)
        {
            signals.BlobWritten(path[..slash].ToString(), Uri.UnescapeDataString(path[(slash + 1)..].ToString()), etag);
        }
    }
}
