using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Articles.Cleaning;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Storage;

/// <summary>
/// The full cleaning audit of each document, <c>audit/{articleId}.json</c>: every removed span with its rule, and the map from
/// the cleaned text back to the received one. The document holds the sum.
/// </summary>
public sealed class AuditStore(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(PipelineMap.AuditContainer);

    /// <summary>Replaces the audit of an earlier version.</summary>
    public async Task WriteAsync(string articleId, CleaningAudit audit, CancellationToken cancellationToken) =>
        await Blob(articleId).UploadAsync(
            new BinaryData(JsonSerializer.SerializeToUtf8Bytes(audit, StateJson.Default.CleaningAudit)),
            new BlobUploadOptions { HttpHeaders = StorageFormats.Json },
            cancellationToken);

    /// <summary>Does nothing when there is none.</summary>
    public async Task DeleteAsync(string articleId, CancellationToken cancellationToken) =>
        await Blob(articleId).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    private BlobClient Blob(string articleId) => _container.GetBlobClient(articleId + ".json");
}
