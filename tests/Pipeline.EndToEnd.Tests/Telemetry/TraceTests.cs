using Pipeline.EndToEnd.Tests.Stepping;
using Pipeline.Ingestion.Stages;
using Pipeline.Local.Commands;
using Pipeline.Local.Progress;
using Pipeline.Local.Running;
using Pipeline.Local.Tracing;
using Pipeline.Testing.Storage;

namespace Pipeline.EndToEnd.Tests.Telemetry;

/// <summary>One trace runs from the drop to the stored document.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TraceTests(AzuriteFixture azurite) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-trace-").FullName;

    [AzuriteFact]
    public async Task Run_OneSeedToACollector_IsOneTraceWhoseStagesFollowEachOther()
    {
        // Activity sources are the process's own, and tests at the same time send theirs too: a name that only this one drops.
        var file = Path.Combine(_folder, "only-in-this-test.txt");
        await File.WriteAllBytesAsync(file, Samples.Seeds[1].Content);
        await using var collector = await OtlpCollector.StartAsync(CancellationToken.None);
        var options = new RunOptions
        {
            Inputs = [file],
            Once = true,
            Data = _folder,
            Drop = Path.Combine(_folder, "drop"),
            Storage = azurite.NewAccount(),
            Collector = collector.Address,
            CollectorTakesHttp = true,
        };

        Assert.Equal(0, await RunCommand.RunAsync(options, new QuietView(), CancellationToken.None));

        var root = collector.Spans.Single(span => span.Attributes.GetValueOrDefault("article.blob") == Path.GetFileName(file));
        var trace = collector.Spans.Where(span => span.TraceId == root.TraceId).ToList();
        var stages = trace.Where(span => span.Source == PipelineActivity.SourceName).OrderBy(span => span.Start).ToList();
        Assert.Equal(["Receive", "Clean", "Enrich", "Deduplicate", "Store"], stages.Select(span => span.Name));
        Assert.Equal(["", .. stages.SkipLast(1).Select(span => span.SpanId)], stages.Select(span => span.ParentId));
        Assert.Equal(["clean", "enrich", "deduplicate", "store"], stages.Skip(1).Select(span => span.Attributes["messaging.destination.name"]));
        Assert.All(stages, span => Assert.False(span.Failed));

        // Storage and database tell of their operations below the stage that asked them.
        Assert.Contains(trace, span => span.ParentId == stages[^1].SpanId && span.Name.Contains("create_item articles", StringComparison.Ordinal));
        Assert.Contains(trace, span => span.ParentId == stages[1].SpanId && span.Name.Contains("BlobClient", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
