using Microsoft.Azure.Functions.Worker;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Functions;

/// <summary>Measures what waits, for the gauges. On a timer, so that one instance measures and not every one.</summary>
public sealed class MeasureBacklog(BacklogGauge backlog)
{
    [Function(nameof(MeasureBacklog))]
    public Task RunAsync(
        [TimerTrigger(PipelineMap.MeasureBacklogSchedule)] TimerInfo timer, CancellationToken cancellationToken) =>
        backlog.MeasureAsync(cancellationToken);
}
