using Pipeline.LocalCosmos.Query.Values;

namespace Pipeline.LocalCosmos.Query.Execution;

/// <summary>Collects a page's items up to its bounds: a number of items, and 4 MB of JSON as in the service.</summary>
internal sealed class PageBuilder(int maxItems)
{
    private const long MaxBytes = 4 * 1024 * 1024;

    private readonly List<ReadOnlyMemory<byte>> _items = [];
    private long _bytes;

    public bool IsFull => _items.Count >= maxItems || (_bytes >= MaxBytes && _items.Count > 0);

    public IReadOnlyList<ReadOnlyMemory<byte>> Items => _items;

    public void Add(in Value value) => Add(ValueWriter.ToUtf8(value));

    public void Add(byte[] json)
    {
        _items.Add(json);
        _bytes += json.Length;
    }
}
