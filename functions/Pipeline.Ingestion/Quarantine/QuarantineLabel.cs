using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Quarantine;

/// <summary>What a listing tells of an article in quarantine without reading its record.</summary>
/// <param name="ArticleId">Id of the article.</param>
/// <param name="Stage">Where it failed.</param>
/// <param name="Category">Why it failed.</param>
/// <param name="At">When its record was written.</param>
public sealed record QuarantineLabel(string ArticleId, Stage Stage, FailureCategory Category, DateTimeOffset At);
