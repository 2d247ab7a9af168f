using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Ingestion;

namespace Pipeline.Local.Inputs;

/// <summary>Drops files into the articles container. A file that lies there unchanged is not uploaded again.</summary>
[SuppressMessage("Security", "CA5351", Justification = "Content-MD5 is the storage service's own checksum, no signature.")]
internal sealed class ArticleUploader(BlobServiceClient blobs)
{
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".xhtml"] = "application/xhtml+xml",
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".json"] = "application/json",
        [".jsonl"] = "application/x-ndjson",
        [".ndjson"] = "application/x-ndjson",
        [".warc"] = "application/warc",
        [".gz"] = "application/gzip",
        [".zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(PipelineMap.ArticlesContainer);

    /// <summary>True when it was uploaded, false when the same content lies there already.</summary>
    public async Task<bool> UploadAsync(InputFile file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file.Path);
        var hash = await MD5.HashDataAsync(content, cancellationToken);
        var blob = _container.GetBlobClient(file.BlobName);
        if (await HasContentAsync(blob, hash, cancellationToken))
        {
            return false;
        }

        content.Position = 0;
        var headers = new BlobHttpHeaders
        {
            ContentType = ContentTypes.GetValueOrDefault(Path.GetExtension(file.Path), "application/octet-stream"),
            ContentHash = hash,
        };
        await blob.UploadAsync(content, new BlobUploadOptions { HttpHeaders = headers }, cancellationToken);
        return true;
    }

    private static async Task<bool> HasContentAsync(BlobClient blob, byte[] hash, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return properties.ContentHash.AsSpan().SequenceEqual(hash);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }
}
