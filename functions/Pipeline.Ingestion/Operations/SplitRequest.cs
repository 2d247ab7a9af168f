namespace Pipeline.Ingestion.Operations;

/// <summary>Which article is no copy, as an HTTP caller says it.</summary>
public sealed record SplitRequest
{
    /// <summary>Id of an article, or name of the dropped file that it came in.</summary>
    public string? Article { get; init; }
}
