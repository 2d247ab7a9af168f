using Azure;

namespace Pipeline.Local.Hosting.Blobs;

/// <summary>A blob as it was written at one time.</summary>
internal readonly record struct BlobVersion(string Name, ETag ETag);
