using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Telemetry;

/// <summary>
/// What the pipeline counts while it works. Names are those of OpenTelemetry's conventions where one fits ("messaging.*",
/// "azure.cosmosdb.*"); the article's own begin with "pipeline.".
/// </summary>
public sealed class PipelineMetrics : IDisposable
{
    public const string MeterName = "Pipeline.Ingestion";

    /// <summary>The conventions name no value for Azure Storage queues; this one follows their pattern.</summary>
    internal const string MessagingSystem = "azure_storage_queues";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _received;
    private readonly Counter<long> _stored;
    private readonly Counter<long> _quarantined;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _characters;
    private readonly Histogram<double> _processing;
    private readonly Histogram<double> _toDocument;
    private readonly Histogram<double> _charge;

    public PipelineMetrics()
    {
        _received = _meter.CreateCounter<long>("pipeline.articles.received", "{article}", "Articles taken in, by format.");
        _stored = _meter.CreateCounter<long>("pipeline.articles.stored", "{article}", "Documents written, by kind of copy.");
        _quarantined = _meter.CreateCounter<long>(
            "pipeline.articles.quarantined", "{article}", "Articles and files put into quarantine, by stage and category.");
        _retries = _meter.CreateCounter<long>("pipeline.stage.retries", "{try}", "Tries that failed and come again, by stage and category.");
        _sent = _meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Messages sent, by queue.");
        _characters = _meter.CreateCounter<long>(
            "pipeline.language.characters", "{character}", "Characters sent to the language service, by feature: what it charges.");
        _processing = _meter.CreateHistogram<double>(
            "messaging.process.duration", "s", "A stage for one article, its state written and the next message sent.",
            advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });
        _toDocument = _meter.CreateHistogram<double>(
            "pipeline.article.duration", "s", "From the reception of an article to its document.",
            advice: new() { HistogramBucketBoundaries = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 600, 3600, 7200] });
        _charge = _meter.CreateHistogram<double>(
            "azure.cosmosdb.client.operation.request_charge", "{request_unit}", "Request units of a request to Cosmos DB, by status.",
            advice: new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 500] });
    }

    /// <summary>The meter itself, for the gauges that somebody else measures and for tests.</summary>
    internal Meter Meter => _meter;

    public void Dispose() => _meter.Dispose();

    internal void Received(ArticleState state) =>
        _received.Add(1, new KeyValuePair<string, object?>("pipeline.format", state.Provenance.Kind.ToString()));

    internal void Stored(ArticleDocument document, TimeSpan sinceReceived)
    {
        _stored.Add(1, new KeyValuePair<string, object?>("pipeline.duplicate", document.Duplicate.Kind.ToString()));
        _toDocument.Record(sinceReceived.TotalSeconds);
    }

    internal void Quarantined(QuarantineRecord record) => _quarantined.Add(1, Why(record.Stage, record.Category));

    internal void Retried(Stage stage, FailureCategory category) => _retries.Add(1, Why(stage, category));

    internal void Sent(string queue) => _sent.Add(1, Destination(queue, "send"));

    /// <param name="stage">The stage.</param>
    /// <param name="took">Time of the whole delivery.</param>
    /// <param name="failure">Null when the stage was done.</param>
    internal void Processed(Stage stage, TimeSpan took, FailureCategory? failure)
    {
        var tags = Destination(PipelineMap.QueueOf(stage), "process");
        if (failure is { } category)
        {
            tags.Add("error.type", category.ToString());
        }

        _processing.Record(took.TotalSeconds, tags);
    }

    internal void Charged(double requestUnits, int status) =>
        _charge.Record(requestUnits, new KeyValuePair<string, object?>("db.response.status_code", status));

    internal void Analysed(string feature, long characters) =>
        _characters.Add(characters, new KeyValuePair<string, object?>("pipeline.language.feature", feature));

    private static TagList Why(Stage stage, FailureCategory category) =>
        new() { { "pipeline.stage", stage.ToString() }, { "error.type", category.ToString() } };

    private static TagList Destination(string queue, string operation) => new()
    {
        { "messaging.system", MessagingSystem },
        { "messaging.destination.name", queue },
        { "messaging.operation.name", operation },
    };
}
