using Azure.Storage.Blobs.Models;

namespace Pipeline.Ingestion.Storage;

/// <summary>Content types of what the pipeline itself writes.</summary>
internal static class StorageFormats
{
    public static BlobHttpHeaders Json => new() { ContentType = "application/json" };
}
