namespace Pipeline.Ingestion.Operations;

/// <summary>What to requeue, as an HTTP caller says it.</summary>
public sealed record RequeueRequest
{
    public QuarantineFilter Filter { get; init; } = new();

    /// <summary>Must be true for a filter that says nothing, so that an empty body does not move everything.</summary>
    public bool All { get; init; }

    /// <summary>Begin at Clean instead of the stage that failed.</summary>
    public bool FromStart { get; init; }
}
