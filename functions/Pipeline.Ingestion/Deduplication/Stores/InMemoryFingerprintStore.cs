using System.Collections.Concurrent;
using System.Globalization;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Stores;

/// <summary>The store's rules in memory, without expiry: for measuring and for tests.</summary>
internal sealed class InMemoryFingerprintStore : IFingerprintStore
{
    private readonly ConcurrentDictionary<string, FingerprintItem> _items = new(StringComparer.Ordinal);
    private long _version;

    public int Count => _items.Count;

    public IReadOnlyCollection<FingerprintItem> Items => _items.Values.ToArray();

    public ValueTask<FingerprintItem?> ReadAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_items.GetValueOrDefault(id));

    public ValueTask<IReadOnlyList<FingerprintItem>> ReadManyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<FingerprintItem>();
        foreach (var id in ids)
            if (_items.TryGetValue(id, out var item))
                found.Add(item);
        return ValueTask.FromResult<IReadOnlyList<FingerprintItem>>(found);
    }

    public ValueTask<bool> CreateAsync(FingerprintItem item, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_items.TryAdd(item.Id, Stamped(item)));

    public ValueTask<bool> ReplaceAsync(FingerprintItem item, CancellationToken cancellationToken) =>
        ValueTask.FromResult(
            _items.TryGetValue(item.Id, out var current)
            && current.ETag == item.ETag
            && _items.TryUpdate(item.Id, Stamped(item), current));

    public ValueTask DeleteAsync(string id, CancellationToken cancellationToken)
    {
        _items.TryRemove(id, out _);
        return ValueTask.CompletedTask;
    }

    private FingerprintItem Stamped(FingerprintItem item) =>
        item with { ETag = Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture) };
}
