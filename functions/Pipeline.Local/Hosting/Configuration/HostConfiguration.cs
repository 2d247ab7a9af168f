namespace Pipeline.Local.Hosting.Configuration;

/// <summary>What host.json says, as far as the local host acts on it.</summary>
internal sealed record HostConfiguration
{
    public QueueSettings Queues { get; init; } = new();

    public BlobSettings Blobs { get; init; } = new();

    public HttpSettings Http { get; init; } = new();

    /// <summary>A run that takes longer is cancelled and counts as failed. The Flex Consumption plan's default.</summary>
    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);
}
