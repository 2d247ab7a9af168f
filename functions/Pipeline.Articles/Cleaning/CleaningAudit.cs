namespace Pipeline.Articles.Cleaning;

/// <summary>What the cleaner took out of the received text, and why.</summary>
public sealed record CleaningAudit
{
    /// <summary>Version of the cleaner's rules and weights; a document cleaned by an older one can be cleaned again.</summary>
    public required string Version { get; init; }

    public required int WordsReceived { get; init; }

    public required int WordsKept { get; init; }

    /// <summary>Every removed stretch of the received text, in order.</summary>
    public IReadOnlyList<RemovedSpan> Removed { get; init; } = [];
}
