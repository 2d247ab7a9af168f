namespace Pipeline.Local.Hosting.Configuration;

/// <summary>"extensions.blobs" of host.json; the defaults are the Functions host's own.</summary>
internal sealed record BlobSettings
{
    /// <summary>Functions that one blob trigger runs at once.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 8 * Environment.ProcessorCount;

    /// <summary>Tries before a blob is given up.</summary>
    public int PoisonBlobThreshold { get; init; } = 5;
}
