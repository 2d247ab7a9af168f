using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Functions;

/// <summary>What is traced and measured, the same in Azure and on one machine; who exports it the host decides.</summary>
public static class PipelineTelemetry
{
    /// <summary>Address of an OTLP collector, by the name that OpenTelemetry gives the setting.</summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>As the service's name in every backend.</summary>
    public const string ServiceName = "article-pipeline";

    /// <summary>
    /// Lets the SDKs of storage and database tell of their requests. Must be called before the first client is made: they look once.
    /// </summary>
    public static void TraceClients() => AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", true);

    /// <summary>A span for each stage and for each operation of an SDK; not one more for the operation's HTTP request, which is as dear and says less.</summary>
    public static TracerProviderBuilder AddPipeline(this TracerProviderBuilder traces) =>
        traces.AddSource(PipelineActivity.SourceName, "Azure.Storage.*", "Azure.Cosmos.Operation", "Azure.AI.*");

    public static MeterProviderBuilder AddPipeline(this MeterProviderBuilder metrics) =>
        metrics.AddMeter(PipelineMetrics.MeterName);

    public static IOpenTelemetryBuilder WithPipeline(this IOpenTelemetryBuilder telemetry) => telemetry
        .WithTracing(traces => traces.AddPipeline())
        .WithMetrics(metrics => metrics.AddPipeline());
}
