namespace Pipeline.Articles.Cleaning;

/// <summary>What the cleaner took out of the received text, and why.</summary>
public sealed record CleaningAudit
{
    /// <summary>Version of the cleaner's rules and weights; a document cleaned by an older one can be cleaned again.</summary>
    public required string Version { get; init; }

    /// <summary>Which memory of the site was asked, "crier.example@17" after 17 articles; null when there was none.</summary>
    public string? SiteMemory { get; init; }

    public required int WordsReceived { get; init; }

    public required int WordsKept { get; init; }

    /// <summary>
    /// Every removed stretch of the received text, in order. Together with <see cref="OffsetMap.KeptSpans"/> they are the received
    /// text, exactly. White space beside kept text has the rule "white-space"; between removed blocks it goes with the one before.
    /// </summary>
    public IReadOnlyList<RemovedSpan> Removed { get; init; } = [];

    /// <summary>Leads from places in the cleaned text back to the received text.</summary>
    public OffsetMap Offsets { get; init; } = OffsetMap.Empty;
}
