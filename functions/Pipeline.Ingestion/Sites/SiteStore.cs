using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Articles.Cleaning.Sites;

namespace Pipeline.Ingestion.Sites;

/// <summary>
/// The sketches of sites, <c>sites/{site}.bin</c>. Blobs rather than items of the database: a sketch of 30 KB costs a read or a
/// write of storage whatever its size, and 30 request units and more there.
/// </summary>
public sealed class SiteStore(BlobServiceClient blobs)
{
    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(PipelineMap.SitesContainer);

    /// <returns>The sketch, empty for a site never seen, and the ETag that a write has to match; null when there is no blob.</returns>
    public async Task<(SiteSketch Sketch, ETag? ETag)> ReadAsync(string site, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult blob = await Blob(site).DownloadContentAsync(cancellationToken);
            return (SiteSketchFormat.Read(blob.Content.ToMemory()) ?? SiteSketch.Empty, blob.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return (SiteSketch.Empty, null);
        }
    }

    /// <returns>False when another instance wrote since the sketch was read.</returns>
    public async Task<bool> TryWriteAsync(string site, SiteSketch sketch, ETag? read, CancellationToken cancellationToken)
    {
        var conditions = read is { } etag ? new BlobRequestConditions { IfMatch = etag } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await Blob(site).UploadAsync(new BinaryData(SiteSketchFormat.Write(sketch)), new BlobUploadOptions { Conditions = conditions }, cancellationToken);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 409 or 412)
        {
            return false;
        }
    }

    private BlobClient Blob(string site) => _container.GetBlobClient(NameOf(site));

    /// <summary>A host is its own name; any other name may hold anything, so it is hashed.</summary>
    internal static string NameOf(string site)
    {
        const int LongestHost = 200;
        var isHost = site.Length <= LongestHost && site[0] != '.' && site.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
        return (isHost ? site : "=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(site)), 0, 16)) + ".bin";
    }
}
