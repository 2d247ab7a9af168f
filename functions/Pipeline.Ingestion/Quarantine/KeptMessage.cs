namespace Pipeline.Ingestion.Quarantine;

/// <summary>A queue message in quarantine: one that named no article, or the removal of a file at which the process died.</summary>
/// <param name="Queue">The queue that it came from.</param>
/// <param name="Id">Its id there.</param>
/// <param name="At">When it was put into quarantine.</param>
public sealed record KeptMessage(string Queue, string Id, DateTimeOffset At);
