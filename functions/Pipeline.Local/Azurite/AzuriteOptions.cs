namespace Pipeline.Local.Azurite;

/// <summary>How Azurite is run.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Where blobs, queues and their index are kept; created when missing. Null keeps all in memory, for tests.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Accounts that it serves; each is a storage of its own.</summary>
    public IReadOnlyList<AzuriteAccount> Accounts { get; init; } = [AzuriteAccount.Default];

    /// <summary>0 chooses a free one.</summary>
    public int BlobPort { get; init; }

    /// <summary>0 chooses a free one.</summary>
    public int QueuePort { get; init; }
}
