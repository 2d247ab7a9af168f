using Pipeline.Articles.KeyPhrases;

namespace Pipeline.Ingestion.Language.Caching;

/// <summary>A paid key phrase provider behind the cache.</summary>
internal sealed class CachedKeyPhraseProvider(IKeyPhraseProvider inner, ResultCache cache, string modelVersion) : IKeyPhraseProvider
{
    public ValueTask<ProviderResult<KeyPhrase>> ExtractAsync(AnalysisRequest request, CancellationToken cancellationToken) =>
        cache.GetOrAskAsync(
            CacheKeys.Of("keyphrases", modelVersion, request), () => inner.ExtractAsync(request, cancellationToken), cancellationToken);
}
