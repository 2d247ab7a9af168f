using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Ingestion;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Local.Running;

/// <summary>The services of the function app, on given clients.</summary>
internal static class LocalServices
{
    /// <summary>Throws <see cref="OptionsValidationException"/> for a setting that is out of range.</summary>
    public static ServiceProvider Build(
        BlobServiceClient blobs,
        QueueServiceClient queues,
        CosmosClient cosmos,
        IPipelineObserver observer,
        ILoggerFactory logging,
        TimeProvider? time = null,
        Action<LanguageOptions>? language = null,
        PipelineMetrics? metrics = null)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(logging)
            .AddLogging()
            .AddSingleton(blobs)
            .AddSingleton(queues)
            .AddSingleton(cosmos)
            .AddSingleton(observer)
            .AddSingleton(metrics ?? new PipelineMetrics())
            .AddSingleton(time ?? TimeProvider.System)
            .AddPipeline()
            .AddLanguageAnalysis(language, new DefaultAzureCredential())
            .AddDeduplication(
                provider => provider.GetRequiredService<CosmosContainers>().Fingerprints,
                provider => provider.GetRequiredService<CosmosContainers>().Articles)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        services.GetService<IStartupValidator>()?.Validate();
        return services;
    }
}
