using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.EndToEnd.Tests.Stepping;
using Pipeline.Functions;
using Pipeline.Ingestion.Telemetry;
using Pipeline.Testing.Crashes;

namespace Pipeline.EndToEnd.Tests.Telemetry;

/// <summary>What is counted while articles go their way.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Run_OneStoredAndOneQuarantined_CountsBothByTheirKinds()
    {
        var metrics = new PipelineMetrics();
        using var seen = new Recording(metrics);
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None(), metrics: metrics);
        await scene.DropAsync("ferry.txt", Samples.Short);
        await scene.DropAsync("empty.txt", []);

        await scene.Host.RunToEndAsync();

        Assert.Equal(1, seen.Sum("pipeline.articles.received"));
        Assert.Equal(1, seen.Sum("pipeline.articles.stored", "pipeline.duplicate=None"));
        Assert.Equal(1, seen.Sum("pipeline.articles.quarantined", "error.type=Empty", "pipeline.stage=Receive"));
        foreach (var queue in (string[])["clean", "enrich", "deduplicate", "store"])
        {
            Assert.Equal(1, seen.Sum("messaging.client.sent.messages", "messaging.destination.name=" + queue));
            Assert.Single(seen.Values("messaging.process.duration", "messaging.destination.name=" + queue));
        }

        Assert.Single(seen.Values("pipeline.article.duration"));
        Assert.True(seen.Sum("azure.cosmosdb.client.operation.request_charge", "db.response.status_code=201") > 0);
    }

    [Fact]
    public async Task MeasureBacklog_AMessageThatWaits_TellsItsAge()
    {
        var metrics = new PipelineMetrics();
        using var seen = new Recording(metrics);
        await using var scene = await PipelineScene.CreateAsync(CrashPlan.None(), metrics: metrics);
        await scene.DropAsync("ferry.txt", Samples.Short);
        await scene.Host.StepAsync();
        scene.Wait(TimeSpan.FromMinutes(7));

        await scene.Host.RunTimerAsync(nameof(MeasureBacklog));

        Assert.Equal(420, seen.Values("pipeline.queue.oldest_message.age", "messaging.destination.name=clean").Single());
        Assert.Equal(0, seen.Values("pipeline.queue.oldest_message.age", "messaging.destination.name=store").Single());
        Assert.Equal(1, seen.Values("pipeline.queue.messages", "messaging.destination.name=clean").Single());
        Assert.Equal(420, seen.Values("pipeline.in_flight.untouched.age").Single());
        Assert.Equal(1, seen.Values("pipeline.in_flight.articles").Single());
        Assert.Equal(0, seen.Values("pipeline.quarantine.articles").Single());
    }

    /// <summary>Keeps every measurement of one instance of the meter.</summary>
    private sealed class Recording : IDisposable
    {
        private readonly List<(string Name, double Value, string[] Tags)> _seen = [];
        private readonly MeterListener _listener = new();

        public Recording(PipelineMetrics metrics)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter, metrics.Meter))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IEnumerable<double> Values(string name, params string[] tags) =>
            _seen.Where(one => one.Name == name && tags.All(one.Tags.Contains)).Select(one => one.Value);

        public double Sum(string name, params string[] tags) => Values(name, tags).Sum();

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string[] texts = [.. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")];
            lock (_seen)
            {
                _seen.Add((instrument.Name, value, texts));
            }
        }
    }
}
