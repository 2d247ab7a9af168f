namespace Pipeline.Ingestion.Operations;

/// <summary>What to requeue, as an HTTP caller says it.</summary>
public sealed record RequeueRequest
{
    // Generated serialisation sets init-only properties that the JSON lacks to null, whatever their initialiser says.
    public QuarantineFilter Filter { get; init => field = value ?? new(); } = new();

    /// <summary>Must be true for a filter that says nothing, so that an empty body does not move everything.</summary>
    public bool All { get; init; }

    /// <summary>The queue messages in quarantine instead of articles.</summary>
    public bool Messages { get; init; }

    /// <summary>Begin at Clean instead of the stage that failed.</summary>
    public bool FromStart { get; init; }
}
