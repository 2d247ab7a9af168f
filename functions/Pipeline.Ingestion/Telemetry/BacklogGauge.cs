using Pipeline.Ingestion.Operations;

namespace Pipeline.Ingestion.Telemetry;

/// <summary>Looks at what waits and tells the gauges.</summary>
public sealed class BacklogGauge(StatusReader status, BacklogMetrics metrics)
{
    public async Task MeasureAsync(CancellationToken cancellationToken) =>
        metrics.Record(await status.ReadAsync(cancellationToken));
}
