using Azure;
using Azure.Storage.Blobs.Models;

namespace Pipeline.Ingestion.Receiving;

/// <summary>A dropped file, as it was when its reading began.</summary>
internal sealed record ReceivedBlob(string Container, string Name, ETag ETag, string? ContentType, DateTimeOffset LastModified)
{
    /// <summary>The ETag without quotes.</summary>
    public string Version => ETag.ToString().Trim('"');

    public static ReceivedBlob Of(string container, string name, BlobDownloadDetails details) =>
        new(container, name, details.ETag, details.ContentType, details.LastModified);
}
