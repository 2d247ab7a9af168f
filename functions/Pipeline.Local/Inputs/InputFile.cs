namespace Pipeline.Local.Inputs;

/// <summary>A file to drop.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="BlobName">Its name in the articles container, with forward slashes.</param>
internal sealed record InputFile(string Path, string BlobName);
