using System.Diagnostics;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion.Stages;

/// <summary>The pipeline's trace source: one trace runs from the drop to the stored document, across all queue hops.</summary>
public static class PipelineActivity
{
    public const string SourceName = "Pipeline.Ingestion";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A span for a stage, child of the hop that sent the message.</summary>
    internal static Activity? Start(StageMessage message, string messageId)
    {
        _ = ActivityContext.TryParse(message.TraceParent, traceState: null, isRemote: true, out var parent);
        return Source.StartActivity(message.Stage.ToString(), ActivityKind.Consumer, parent)
            ?.SetTag("messaging.system", PipelineMetrics.MessagingSystem)
            .SetTag("messaging.destination.name", PipelineMap.QueueOf(message.Stage))
            .SetTag("messaging.operation.name", "process")
            .SetTag("messaging.message.id", messageId)
            .SetTag("article.id", message.ArticleId)
            .SetTag("article.attempt", message.Attempt);
    }

    /// <summary>The root span of an article's trace.</summary>
    internal static Activity? StartReceive(string blob) =>
        Source.StartActivity(nameof(Stage.Receive), ActivityKind.Consumer)?.SetTag("article.blob", blob);
}
