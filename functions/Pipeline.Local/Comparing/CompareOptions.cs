namespace Pipeline.Local.Comparing;

/// <summary>What the command line asked for.</summary>
internal sealed record CompareOptions
{
    /// <summary>Files, folders and globs, in any format that the pipeline reads.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Address of an Azure AI Language resource; null for the emulated service.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Key of the resource; null to sign in by identity.</summary>
    public string? Key { get; init; }

    /// <summary>Price of 1,000 text records in USD.</summary>
    public decimal UsdPerThousandTextRecords { get; init; } = 1;

    /// <summary>Also write everything there, as one JSON object.</summary>
    public string? Json { get; init; }
}
