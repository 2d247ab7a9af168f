using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Operations;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Receiving;
using Pipeline.Ingestion.Removing;
using Pipeline.Ingestion.Sites;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Stages.Clean;
using Pipeline.Ingestion.Stages.Deduplicate;
using Pipeline.Ingestion.Stages.Enrich;
using Pipeline.Ingestion.Stages.Store;
using Pipeline.Ingestion.Storage;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion;

/// <summary>
/// The pipeline's services. The caller adds the clients: BlobServiceClient, QueueServiceClient and CosmosClient, each
/// a singleton.
/// </summary>
public static class PipelineServices
{
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddOptions<RetryOptions>().BindConfiguration(RetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SiteMemoryOptions>().BindConfiguration(SiteMemoryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CosmosOptions>().BindConfiguration(CosmosOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LanguageOptions>().BindConfiguration(LanguageOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<IPipelineObserver, NullPipelineObserver>();

        services.AddSingleton(provider => new ArticleReader(provider.GetRequiredService<IOptions<LimitOptions>>().Value.ToFormatLimits()));
        services.AddSingleton<ArticleCleaner>();

        services.AddSingleton<SiteStore>();
        services.AddSingleton<SiteMemory>();

        services.AddSingleton<WorkStore>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<StageQueues>();
        services.AddSingleton<QuarantineStore>();
        services.AddSingleton<QuarantineKeeper>();
        services.TryAddSingleton<PipelineMetrics>();
        services.AddSingleton<CosmosContainers>();
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<BackOff>();
        services.AddSingleton<StageRunner>();
        services.AddSingleton<ArticleReceiver>();
        services.AddSingleton<PoisonHandler>();
        services.AddSingleton<LostArticles>();
        services.AddSingleton<DocumentRemover>();
        services.AddSingleton<ArticleRemover>();

        services.AddSingleton<StatusReader>();
        services.AddSingleton<QuarantineReader>();
        services.AddSingleton<Requeuer>();
        services.AddSingleton<MessageRequeuer>();
        services.AddSingleton<Replayer>();
        services.AddSingleton<Releaser>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<BacklogMetrics>();
        services.AddSingleton<BacklogGauge>();

        services.AddSingleton<CleanHandler>();
        services.AddSingleton<EnrichHandler>();
        services.AddSingleton<DeduplicateHandler>();
        services.AddSingleton<StoreHandler>();
        return services;
    }
}
