using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Stores;

/// <summary>
/// What the deduplicator needs of a store: linearisable writes by id. Reads may be stale. Throttling surfaces as the store's
/// own exception after its own retries.
/// </summary>
internal interface IFingerprintStore
{
    ValueTask<FingerprintItem?> ReadAsync(string id, CancellationToken cancellationToken);

    /// <summary>Those that exist, in no order.</summary>
    ValueTask<IReadOnlyList<FingerprintItem>> ReadManyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>False when an item with that id exists.</summary>
    ValueTask<bool> CreateAsync(FingerprintItem item, CancellationToken cancellationToken);

    /// <summary>False when the stored item is no longer the one that <see cref="FingerprintItem.ETag"/> names, or is gone.</summary>
    ValueTask<bool> ReplaceAsync(FingerprintItem item, CancellationToken cancellationToken);

    /// <summary>Does nothing when there is none.</summary>
    ValueTask DeleteAsync(string id, CancellationToken cancellationToken);
}
