using Azure;

namespace Pipeline.Local.Hosting.Blobs;

/// <summary>A blob as it was written at one time.</summary>
/// <param name="Name">Name of the blob.</param>
/// <param name="Tag">Its ETag without quotes: listings and headers differ in them.</param>
internal readonly record struct BlobVersion(string Name, string Tag)
{
    public static BlobVersion Of(string name, ETag etag) => new(name, etag.ToString().Trim('"'));
}
