using System.Diagnostics.Metrics;
using Pipeline.Ingestion.Operations;

namespace Pipeline.Ingestion.Telemetry;

/// <summary>
/// What waits, as gauges. Azure Storage has no metric for the age of a queue's oldest message, and a queue's count is measured by the
/// service once an hour; so the app looks by itself, on a timer, from one instance.
/// </summary>
public sealed class BacklogMetrics(PipelineMetrics metrics)
{
    private readonly Gauge<long> _messages = metrics.Meter.CreateGauge<long>(
        "pipeline.queue.messages", "{message}", "Messages in a queue, hidden ones included.");

    private readonly Gauge<double> _oldestMessage = metrics.Meter.CreateGauge<double>(
        "pipeline.queue.oldest_message.age", "s", "Age of the oldest message that waits to be received; 0 when none waits.");

    private readonly Gauge<long> _inFlight = metrics.Meter.CreateGauge<long>(
        "pipeline.in_flight.articles", "{article}", "Articles between drop and document.");

    private readonly Gauge<double> _untouched = metrics.Meter.CreateGauge<double>(
        "pipeline.in_flight.untouched.age", "s", "How long the longest untouched article in flight has stood still; 0 when none is.");

    private readonly Gauge<long> _quarantine = metrics.Meter.CreateGauge<long>(
        "pipeline.quarantine.articles", "{article}", "Articles in quarantine.");

    internal void Record(PipelineStatus status)
    {
        foreach (var queue in status.Queues)
        {
            var tag = new KeyValuePair<string, object?>("messaging.destination.name", queue.Queue);
            _messages.Record(queue.Messages, tag);
            _oldestMessage.Record(queue.OldestSeconds ?? 0, tag);
        }

        _inFlight.Record(status.InFlight.Articles);
        _untouched.Record(status.InFlight.UntouchedSeconds ?? 0);
        _quarantine.Record(status.Quarantine.Articles);
    }
}
