using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Resources;
using Pipeline.Functions;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Telemetry;

// The deployable app's entry, compiled only with the real packages. Pipeline.Local has its own clients and host.
PipelineTelemetry.TraceClients();
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

// In Azure AZURE_TOKEN_CREDENTIALS narrows it to the managed identity.
TokenCredential credential = new DefaultAzureCredential();
builder.Services
    .AddPipeline()
    .AddLanguageAnalysis(credential: credential)
    .AddDeduplication(
        provider => provider.GetRequiredService<CosmosContainers>().Fingerprints,
        provider => provider.GetRequiredService<CosmosContainers>().Articles)
    .AddAzureClients(builder.Configuration, credential);

var telemetry = builder.Services.AddOpenTelemetry()
    .UseFunctionsWorkerDefaults()
    .ConfigureResource(resource => resource.AddService(PipelineTelemetry.ServiceName))
    .WithPipeline();
if (builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 } insights)
{
    var sampling = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
    telemetry.UseAzureMonitorExporter(options =>
    {
        (options.ConnectionString, options.Credential) = (insights, credential);
        // A rate, the exporter's other way, would win over the ratio.
        (options.TracesPerSecond, options.SamplingRatio) = (null, sampling.TraceRatio);
    });
}

if (builder.Configuration[PipelineTelemetry.OtlpEndpoint] is { Length: > 0 })
{
    telemetry.UseOtlpExporter();
}

builder.Build().Run();
