namespace Pipeline.Ingestion.Operations;

/// <summary>A queue message in quarantine, as its operator sees it.</summary>
/// <param name="Queue">The queue that it came from.</param>
/// <param name="Id">Its id there.</param>
/// <param name="At">When it was put into quarantine.</param>
/// <param name="Text">What it says; at most 64 KiB, as every message.</param>
public sealed record MessageView(string Queue, string Id, DateTimeOffset At, string Text);
