using System.Collections.Concurrent;
using System.Globalization;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Stores;

/// <summary>The store's rules in memory: for measuring and for tests.</summary>
internal sealed class InMemoryFingerprintStore(TimeProvider? time = null) : IFingerprintStore
{
    private readonly ConcurrentDictionary<string, FingerprintItem> _items = new(StringComparer.Ordinal);
    private long _version;

    public int Count => _items.Count;

    public IReadOnlyCollection<FingerprintItem> Items => _items.Values.ToArray();

    public ValueTask<FingerprintItem?> ReadAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Living(id));

    public ValueTask<IReadOnlyList<FingerprintItem>> ReadManyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<FingerprintItem>();
        foreach (var id in ids)
            if (Living(id) is { } item)
                found.Add(item);
        return ValueTask.FromResult<IReadOnlyList<FingerprintItem>>(found);
    }

    public ValueTask<bool> CreateAsync(FingerprintItem item, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Living(item.Id) is null && _items.TryAdd(item.Id, Stamped(item)));

    public ValueTask<bool> ReplaceAsync(FingerprintItem item, CancellationToken cancellationToken) =>
        ValueTask.FromResult(
            Living(item.Id) is { } current
            && current.ETag == item.ETag
            && _items.TryUpdate(item.Id, Stamped(item), current));

    public ValueTask DeleteAsync(string id, CancellationToken cancellationToken)
    {
        _items.TryRemove(id, out _);
        return ValueTask.CompletedTask;
    }

    /// <summary>Null for an item whose time is over, which is taken away.</summary>
    private FingerprintItem? Living(string id)
    {
        if (!_items.TryGetValue(id, out var item))
            return null;
        if (time is null || item.TimeToLive is not > 0 || item.WrittenAt.AddSeconds(item.TimeToLive.Value) > time.GetUtcNow())
            return item;
        _items.TryRemove(KeyValuePair.Create(id, item));
        return null;
    }

    private FingerprintItem Stamped(FingerprintItem item) =>
        item with { ETag = Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture) };
}
