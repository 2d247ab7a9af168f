using System.ComponentModel.DataAnnotations;

namespace Pipeline.Ingestion.Telemetry;

/// <summary>Bound from the section "Pipeline:Telemetry".</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Pipeline:Telemetry";

    /// <summary>
    /// Share of the traces that Azure Monitor gets, 0 to 1. A trace is kept or left out as a whole. Metrics and logs, which the
    /// alerts ask, are never sampled.
    /// </summary>
    [Range(0.0, 1.0, ErrorMessage = "Pipeline:Telemetry:TraceRatio must be from 0 to 1, such as 0.1 for every tenth article.")]
    public float TraceRatio { get; set; } = 0.1f;
}
