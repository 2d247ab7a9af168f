namespace Pipeline.Local.Running;

/// <summary>What the command line asked for.</summary>
internal sealed record RunOptions
{
    /// <summary>Files, folders and globs to drop; the seeds when empty.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Exit when everything in flight has ended.</summary>
    public bool Once { get; init; }

    /// <summary>Folder of everything that lasts: Azurite's files and the database.</summary>
    public required string Data { get; init; }

    /// <summary>Folder to watch for files.</summary>
    public required string Drop { get; init; }

    /// <summary>Start from nothing.</summary>
    public bool Reset { get; init; }

    /// <summary>Serve the app's HTTP functions on this loopback port; 0 takes a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Also serve LocalCosmos on this port.</summary>
    public int? CosmosPort { get; init; }

    /// <summary>Also write every stored document there as a JSON line.</summary>
    public string? Output { get; init; }

    /// <summary>Connection string of a storage account or emulator to use instead of the embedded Azurite.</summary>
    public string? Storage { get; init; }

    /// <summary>Who finds entities and key phrases.</summary>
    public LanguageChoice Language { get; init; } = new();

    /// <summary>Send traces and metrics to this OTLP collector.</summary>
    public Uri? Collector { get; init; }

    /// <summary>The collector takes HTTP; else the exporter's own settings say what it takes.</summary>
    public bool CollectorTakesHttp { get; init; }

    /// <summary>Endpoint or connection string of an account or emulator to use instead of LocalCosmos.</summary>
    public string? Cosmos { get; init; }
}
