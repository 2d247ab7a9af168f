namespace Pipeline.Ingestion.Operations;

/// <summary>Which dropped files to process again, as after a release that cleans better.</summary>
public sealed record ReplayRequest
{
    /// <summary>Id of one article; its document says which file it came from.</summary>
    public string? Id { get; init; }

    /// <summary>Beginning of the files' names: "2026/11/", or a whole name.</summary>
    public string? Prefix { get; init; }

    /// <summary>What the page before returned; null for the first.</summary>
    public string? Continuation { get; init; }
}
