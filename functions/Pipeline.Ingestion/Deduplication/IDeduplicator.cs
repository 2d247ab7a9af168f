namespace Pipeline.Ingestion.Deduplication;

/// <summary>Tells whether an article is a copy of one that came before it. Holds no state between calls.</summary>
public interface IDeduplicator
{
    /// <summary>
    /// Idempotent by (article id, content hash): asked again, it gives the same verdict. Throws
    /// <see cref="Microsoft.Azure.Cosmos.CosmosException"/> when the store cannot answer.
    /// </summary>
    ValueTask<DuplicateVerdict> JudgeAsync(DeduplicationRequest request, CancellationToken cancellationToken);
}
