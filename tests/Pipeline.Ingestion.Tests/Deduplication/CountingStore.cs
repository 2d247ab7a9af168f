using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>Counts operations.</summary>
internal sealed class CountingStore(IFingerprintStore inner) : IFingerprintStore
{
    public int Operations { get; private set; }

    public ValueTask<FingerprintItem?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        Operations++;
        return inner.ReadAsync(id, cancellationToken);
    }

    public ValueTask<IReadOnlyList<FingerprintItem>> ReadManyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        Operations++;
        return inner.ReadManyAsync(ids, cancellationToken);
    }

    public ValueTask<bool> CreateAsync(FingerprintItem item, CancellationToken cancellationToken)
    {
        Operations++;
        return inner.CreateAsync(item, cancellationToken);
    }

    public ValueTask<bool> ReplaceAsync(FingerprintItem item, CancellationToken cancellationToken)
    {
        Operations++;
        return inner.ReplaceAsync(item, cancellationToken);
    }

    public ValueTask DeleteAsync(string id, CancellationToken cancellationToken)
    {
        Operations++;
        return inner.DeleteAsync(id, cancellationToken);
    }
}
