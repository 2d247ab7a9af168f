using Azure.Identity;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Functions;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Language;

// The deployable app's entry, compiled only with the real packages. Pipeline.Local has its own clients and host.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services
    .AddPipeline()
    .AddLanguageAnalysis(credential: new DefaultAzureCredential())
    .AddDeduplication(
        provider => provider.GetRequiredService<CosmosContainers>().Fingerprints,
        provider => provider.GetRequiredService<CosmosContainers>().Articles)
    .AddAzureClients(builder.Configuration);
builder.Build().Run();
