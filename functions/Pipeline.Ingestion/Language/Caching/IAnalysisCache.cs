namespace Pipeline.Ingestion.Language.Caching;

/// <summary>Keeps paid results by content. Implementations are thread safe.</summary>
internal interface IAnalysisCache
{
    /// <summary>The value kept under a key and not too old, or null. Throws <see cref="global::Azure.RequestFailedException"/>.</summary>
    ValueTask<BinaryData?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps a value; the last one wins. Throws <see cref="global::Azure.RequestFailedException"/>.</summary>
    ValueTask SetAsync(string key, BinaryData value, CancellationToken cancellationToken);
}
