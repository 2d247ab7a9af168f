using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Stores;

internal static class FingerprintStoreExtensions
{
    /// <summary>More tries than contention on one item can use up; beyond it the message is better retried as a whole.</summary>
    private const int MaxTries = 32;

    /// <summary>
    /// Creates the item, or returns the one that is there. A probe may be stale and an item may expire between the two
    /// operations, so it tries again until one of them succeeds.
    /// </summary>
    public static async ValueTask<T?> CreateOrReadAsync<T>(
        this IFingerprintStore store, T item, CancellationToken cancellationToken)
        where T : FingerprintItem
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await store.CreateAsync(item, cancellationToken))
                return null;
            if (await store.ReadAsync(item.Id, cancellationToken) is T existing)
                return existing;
        }

        throw new StoreContentionException(item.Id);
    }

    /// <summary>
    /// Reads, changes and writes an item until nobody came between. <paramref name="change"/> gets null when there is none
    /// and returns null when nothing is to be written. Returns what is stored at the end.
    /// </summary>
    public static async ValueTask<T?> ChangeAsync<T>(
        this IFingerprintStore store, string id, Func<T?, T?> change, CancellationToken cancellationToken)
        where T : FingerprintItem
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var current = (T?)await store.ReadAsync(id, cancellationToken);
            if (change(current) is not { } changed)
                return current;
            var written = current is null
                ? await store.CreateAsync(changed, cancellationToken)
                : await store.ReplaceAsync(changed with { ETag = current.ETag }, cancellationToken);
            if (written)
                return changed;
        }

        throw new StoreContentionException(id);
    }
}
