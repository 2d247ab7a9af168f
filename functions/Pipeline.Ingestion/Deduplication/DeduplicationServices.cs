using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Matching;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Deduplication;

/// <summary>Registers the deduplicator.</summary>
public static class DeduplicationServices
{
    /// <summary>
    /// Adds <see cref="IDeduplicator"/>. Everything is a singleton and safe for concurrent use.
    /// <paramref name="fingerprints"/> gives the container of fingerprints (partition key /id, time to live on).
    /// </summary>
    public static IServiceCollection AddDeduplication(this IServiceCollection services, Func<IServiceProvider, Container> fingerprints)
    {
        services.TryAddSingleton<IFingerprintStore>(provider => new CosmosFingerprintStore(fingerprints(provider)));
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DeduplicationOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<AnchorIndex>();
        services.TryAddSingleton<ClusterDirectory>();
        services.TryAddSingleton<RevisionLog>();
        services.TryAddSingleton<VerdictLog>();
        services.TryAddSingleton<IDeduplicator, Deduplicator>();
        return services;
    }
}
