using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Articles.Entities;
using Pipeline.Ingestion.Language.Budget;
using Pipeline.Ingestion.Language.Caching;
using Pipeline.Ingestion.Language.Local;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion.Language.Service;

/// <summary>Makes the providers that ask Azure AI Language.</summary>
internal static class ServiceProviders
{
    public static IEntityProvider Entities(IServiceProvider services, LanguageOptions options, TokenCredential? credential)
    {
        var client = Client(services, options, credential);
        var batcher = new RequestBatcher<EntityMention>(client.EntitiesAsync, ServiceLimits.EntityDocuments, Wait(options), Time(services));
        IEntityProvider provider = new ServiceEntityProvider(batcher);
        if (options.DailyTextRecords > 0)
            provider = new BudgetedEntityProvider(provider, Budget(services), FallsBack(options) ? Local<LocalEntityProvider>(services) : null);
        return Cache(services, options) is { } cache ? new CachedEntityProvider(provider, cache, options.ModelVersion) : provider;
    }

    public static IKeyPhraseProvider KeyPhrases(IServiceProvider services, LanguageOptions options, TokenCredential? credential)
    {
        var client = Client(services, options, credential);
        var batcher = new RequestBatcher<string>(client.KeyPhrasesAsync, ServiceLimits.KeyPhraseDocuments, Wait(options), Time(services));
        IKeyPhraseProvider provider = new ServiceKeyPhraseProvider(batcher, options.MostKeyPhrases);
        if (options.DailyTextRecords > 0)
            provider = new BudgetedKeyPhraseProvider(provider, Budget(services), FallsBack(options) ? Local<LocalKeyPhraseProvider>(services) : null);
        return Cache(services, options) is { } cache ? new CachedKeyPhraseProvider(provider, cache, options.ModelVersion) : provider;
    }

    // Asked inside out: the service, within its budget, behind the cache. What is cached costs none of the budget.
    private static LanguageBudget Budget(IServiceProvider services) => services.GetRequiredService<LanguageBudget>();

    private static bool FallsBack(LanguageOptions options) => options.WhenBudgetIsUsedUp == LanguageOptions.Local;

    private static T Local<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);

    private static ServiceClient Client(IServiceProvider services, LanguageOptions options, TokenCredential? credential)
    {
        var endpoint = options.Endpoint ?? throw new InvalidOperationException("Language:Endpoint is missing.");
        var settings = new TextAnalyticsClientOptions();

        // A throttled article goes back to its queue with the service's Retry-After; waiting here would hold its lease.
        settings.Retry.MaxRetries = 0;
        settings.Retry.NetworkTimeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        var client = options.Key is { } key
            ? new TextAnalyticsClient(endpoint, new AzureKeyCredential(key), settings)
            : new TextAnalyticsClient(
                endpoint, credential ?? throw new InvalidOperationException("Language: give a Key, or a credential to AddLanguageAnalysis."), settings);
        return new ServiceClient(client, options.ModelVersion, services.GetService<PipelineMetrics>());
    }

    private static ResultCache? Cache(IServiceProvider services, LanguageOptions options)
    {
        if (options.CacheDays == 0)
            return null;
        var store = services.GetService<IAnalysisCache>()
            ?? new BlobAnalysisCache(
                services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(PipelineMap.CacheContainer),
                TimeSpan.FromDays(options.CacheDays), Time(services));
        return new ResultCache(store, services.GetService<ILogger<ResultCache>>() ?? NullLogger<ResultCache>.Instance);
    }

    private static TimeSpan Wait(LanguageOptions options) => TimeSpan.FromMilliseconds(options.BatchWaitMilliseconds);

    private static TimeProvider Time(IServiceProvider services) => services.GetRequiredService<TimeProvider>();
}
