namespace Pipeline.Local.Hosting.Configuration;

/// <summary>"extensions.queues" of host.json; the defaults are the Functions host's own.</summary>
internal sealed record QueueSettings
{
    /// <summary>Messages fetched at once, 1 to 32.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>
    /// The next batch is fetched when this many messages or fewer are in work; so a queue runs up to
    /// <see cref="BatchSize"/> + <see cref="NewBatchThreshold"/> functions. Half a batch for each processor when absent.
    /// </summary>
    public int NewBatchThreshold { get; init; } = 8;

    /// <summary>Tries before a message goes to the poison queue.</summary>
    public int MaxDequeueCount { get; init; } = 5;

    /// <summary>Longest wait between two looks at an empty queue.</summary>
    public TimeSpan MaxPollingInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message stays hidden after its function failed.</summary>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.Zero;

    /// <summary>True for "base64".</summary>
    public bool Base64 { get; init; } = true;
}
