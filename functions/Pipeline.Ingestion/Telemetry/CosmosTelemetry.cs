using Microsoft.Azure.Cosmos;

namespace Pipeline.Ingestion.Telemetry;

/// <summary>Telemetry of the database's client.</summary>
public static class CosmosTelemetry
{
    /// <summary>Counts request units, and lets the SDK write a span for each operation.</summary>
    /// <returns>The same options.</returns>
    public static CosmosClientOptions WithTelemetry(this CosmosClientOptions options, PipelineMetrics metrics)
    {
        options.CustomHandlers.Add(new RequestChargeHandler(metrics));
        options.CosmosClientTelemetryOptions = new CosmosClientTelemetryOptions { DisableDistributedTracing = false };
        return options;
    }
}
