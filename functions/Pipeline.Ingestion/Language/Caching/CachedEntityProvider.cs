using Pipeline.Articles.Entities;

namespace Pipeline.Ingestion.Language.Caching;

/// <summary>A paid entity provider behind the cache.</summary>
internal sealed class CachedEntityProvider(IEntityProvider inner, ResultCache cache, string modelVersion) : IEntityProvider
{
    public ValueTask<ProviderResult<EntityMention>> RecogniseAsync(AnalysisRequest request, CancellationToken cancellationToken) =>
        cache.GetOrAskAsync(
            CacheKeys.Of("entities", modelVersion, request), () => inner.RecogniseAsync(request, cancellationToken), cancellationToken);
}
