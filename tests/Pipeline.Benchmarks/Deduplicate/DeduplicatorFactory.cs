using Microsoft.Extensions.Options;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Matching;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Benchmarks.Deduplicate;

/// <summary>The product's deduplicator over any store.</summary>
internal static class DeduplicatorFactory
{
    public static Deduplicator Over(IFingerprintStore store, DeduplicationOptions? settings = null, TimeProvider? clock = null)
    {
        var options = Options.Create(settings ?? new DeduplicationOptions());
        var time = clock ?? TimeProvider.System;
        return new Deduplicator(
            store,
            new AnchorIndex(store, options, time),
            new ClusterDirectory(store, options, time),
            new RevisionLog(store, options, time),
            new VerdictLog(store, options, time),
            options,
            time);
    }
}
