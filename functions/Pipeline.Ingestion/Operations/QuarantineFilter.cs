using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Operations;

/// <summary>Which articles in quarantine are meant. Every part that is set must match; none set means all of them.</summary>
public sealed record QuarantineFilter
{
    /// <summary>Ids of articles; empty for all.</summary>
    public IReadOnlyList<string> Ids { get; init => field = value ?? []; } = [];

    public Stage? Stage { get; init; }

    public FailureCategory? Category { get; init; }

    /// <summary>Words of the reason, in any case of letters.</summary>
    public string? Reason { get; init; }

    public bool IsAll => Ids.Count == 0 && Stage is null && Category is null && Reason is null;

    internal bool Matches(QuarantineLabel label) =>
        (Stage is null || Stage == label.Stage)
        && (Category is null || Category == label.Category)
        && (Ids.Count == 0 || Ids.Contains(label.ArticleId, StringComparer.OrdinalIgnoreCase));

    internal bool Matches(QuarantineRecord record) =>
        (Stage is null || Stage == record.Stage)
        && (Category is null || Category == record.Category)
        && (Reason is null || record.Reason.Contains(Reason, StringComparison.OrdinalIgnoreCase));
}
