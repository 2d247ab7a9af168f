using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Matching;
using Pipeline.Ingestion.Deduplication.Operating;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>Registers the deduplicator.</summary>
public static class DeduplicationServices
{
    /// <summary>
    /// Adds <see cref="IDeduplicator"/>, <see cref="DuplicateExplainer"/>, <see cref="ClusterMaintenance"/>,
    /// <see cref="ClusterProjection"/>, <see cref="ClusterKeeper"/> and <see cref="ClusterOperations"/>. All are singletons and safe for concurrent use.
    /// </summary>
    /// <param name="services">Where they are added.</param>
    /// <param name="fingerprints">Container of fingerprints: partition key /id, time to live on, no path indexed.</param>
    /// <param name="articles">Container of documents.</param>
    public static IServiceCollection AddDeduplication(
        this IServiceCollection services, Func<IServiceProvider, Container> fingerprints, Func<IServiceProvider, Container> articles)
    {
        services.TryAddSingleton<IClusterMembers>(provider => new CosmosClusterMembers(articles(provider)));
        services.TryAddSingleton<IFingerprintStore>(provider => new CosmosFingerprintStore(fingerprints(provider)));
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DeduplicationOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<AnchorIndex>();
        services.TryAddSingleton<ClusterDirectory>();
        services.TryAddSingleton<ClusterReunion>();
        services.TryAddSingleton<RevisionLog>();
        services.TryAddSingleton<VerdictLog>();
        services.TryAddSingleton<IDeduplicator, Deduplicator>();
        services.TryAddSingleton(provider => new ClusterProjection(
            provider.GetRequiredService<ClusterDirectory>(),
            provider.GetRequiredService<ClusterReunion>(),
            provider.GetRequiredService<IClusterMembers>()));
        services.TryAddSingleton(provider => new ClusterMaintenance(
            provider.GetRequiredService<IFingerprintStore>(),
            provider.GetRequiredService<ClusterDirectory>(),
            provider.GetRequiredService<IClusterMembers>(),
            provider.GetRequiredService<ClusterProjection>(),
            provider.GetRequiredService<IOptions<DeduplicationOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ClusterKeeper>();
        services.TryAddSingleton<ClusterOperations>();
        services.TryAddSingleton(provider => new DuplicateExplainer(
            provider.GetRequiredService<IFingerprintStore>(), provider.GetRequiredService<ClusterDirectory>()));
        return services;
    }
}
