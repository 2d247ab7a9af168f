using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Operations;

/// <summary>An article in quarantine, as its operator sees it: the record without the state's bulk.</summary>
public sealed record QuarantineView
{
    public required string Id { get; init; }

    /// <summary>Blob, and place in it.</summary>
    public required string Name { get; init; }

    public required Stage Stage { get; init; }

    public required FailureCategory Category { get; init; }

    public required string Reason { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The stages that were done before.</summary>
    public required IReadOnlyList<StageRecord> Done { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>Blob of the bytes as received.</summary>
    public string Original => $"{PipelineMap.QuarantineContainer}/{Id}/original";

    public static QuarantineView Of(QuarantineRecord record) => new()
    {
        Id = record.Provenance.ArticleId,
        Name = record.Name,
        Stage = record.Stage,
        Category = record.Category,
        Reason = record.Reason,
        Attempts = record.Attempts,
        At = record.At,
        Done = record.State?.Stages ?? [],
        Provenance = record.Provenance,
    };
}
