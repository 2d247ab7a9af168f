using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Pipeline.Functions;

namespace Pipeline.Local.Running;

/// <summary>Sends the run's traces and metrics to an OTLP collector.</summary>
internal sealed class LocalTelemetry : IDisposable
{
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private LocalTelemetry(TracerProvider traces, MeterProvider metrics) => (_traces, _metrics) = (traces, metrics);

    /// <summary>Null when there is no collector. Must come before the first client is made.</summary>
    /// <param name="collector">Its address; the exporter's other settings are read from the variables that OpenTelemetry names.</param>
    /// <param name="http">True for HTTP whatever those say.</param>
    public static LocalTelemetry? Start(Uri? collector, bool http)
    {
        if (collector is null)
        {
            return null;
        }

        PipelineTelemetry.TraceClients();
        var resource = ResourceBuilder.CreateDefault().AddService(PipelineTelemetry.ServiceName);
        return new LocalTelemetry(
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddPipeline()
                .AddOtlpExporter(options => Send(options, collector, http, "v1/traces")).Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddPipeline()
                .AddOtlpExporter(options => Send(options, collector, http, "v1/metrics")).Build());
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    // Set by hand, the address is taken as it is; from the variable, the exporter would add the signal's path itself.
    private static void Send(OtlpExporterOptions options, Uri collector, bool http, string path)
    {
        options.Protocol = http ? OtlpExportProtocol.HttpProtobuf : options.Protocol;
        if (options.Protocol == OtlpExportProtocol.HttpProtobuf)
        {
            options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
        }
        else
        {
            options.Endpoint = collector;
        }
    }
}
