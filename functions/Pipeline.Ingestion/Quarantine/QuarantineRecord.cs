using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Quarantine;

/// <summary>Why an article stands in quarantine, and all that is needed to send it on its way again.</summary>
public sealed record QuarantineRecord
{
    public int SchemaVersion { get; init; } = 1;

    public required Stage Stage { get; init; }

    public required FailureCategory Category { get; init; }

    /// <summary>One sentence: what is wrong and what to do.</summary>
    public required string Reason { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>The state so far; null when the article failed before it had one.</summary>
    public ArticleState? State { get; init; }

    /// <summary>The name for people: the blob, and the place in it.</summary>
    public string Name => Provenance.Name;
}
