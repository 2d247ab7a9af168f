using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.Articles.Entities;
using Pipeline.Articles.KeyPhrases;
using Pipeline.Articles.Languages;
using Pipeline.Ingestion.Language.Budget;
using Pipeline.Ingestion.Language.Local;
using Pipeline.Ingestion.Language.Service;

namespace Pipeline.Ingestion.Language;

/// <summary>Registers the language analysis.</summary>
public static class LanguageServices
{
    /// <summary>
    /// Adds <see cref="ILanguageAnalyser"/> and <see cref="ILanguageIdentifier"/>, both singletons. The options are
    /// validated at start. A feature set to "azure" also needs a <c>BlobServiceClient</c> among the services, for its cache
    /// and its budget, unless both are off.
    /// </summary>
    /// <param name="services">Where to add.</param>
    /// <param name="configure">Sets the options, on top of what is bound elsewhere; may be null.</param>
    /// <param name="credential">Used when the options have no key; null for local features.</param>
    public static IServiceCollection AddLanguageAnalysis(
        this IServiceCollection services, Action<LanguageOptions>? configure = null, TokenCredential? credential = null)
    {
        services.AddOptions<LanguageOptions>().ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<LanguageOptions>, LanguageOptionsValidator>();
        services.AddSingleton<ILanguageIdentifier>(LanguageIdentifier.Default);
        services.AddSingleton<LocalEntityRecogniser>();
        services.AddSingleton(provider => new LocalKeyPhraseExtractor(Options(provider).MostKeyPhrases));
        services.AddSingleton<IEntityProvider>(provider => Options(provider).Entities == LanguageOptions.Azure
            ? ServiceProviders.Entities(provider, Options(provider), credential)
            : ActivatorUtilities.CreateInstance<LocalEntityProvider>(provider));
        services.AddSingleton<IKeyPhraseProvider>(provider => Options(provider).KeyPhrases == LanguageOptions.Azure
            ? ServiceProviders.KeyPhrases(provider, Options(provider), credential)
            : ActivatorUtilities.CreateInstance<LocalKeyPhraseProvider>(provider));
        services.AddSingleton(Budget);
        services.AddSingleton<ILanguageBudget>(provider => provider.GetRequiredService<LanguageBudget>());
        services.AddSingleton<ILanguageAnalyser, LanguageAnalyser>();
        return services;
    }

    private static LanguageBudget Budget(IServiceProvider provider)
    {
        var time = provider.GetRequiredService<TimeProvider>();
        var random = provider.GetService<Random>() ?? Random.Shared;
        var container = provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(PipelineMap.CacheContainer);
        return new LanguageBudget(new BudgetLedger(container, time, random), Options(provider), time, random);
    }

    private static LanguageOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<LanguageOptions>>().Value;
}
