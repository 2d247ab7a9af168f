using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>Lets something else happen before an operation, told the ids that it asks for and the item that it writes.</summary>
internal sealed class InterruptedStore(
    IFingerprintStore inner, Func<IReadOnlyList<string>, FingerprintItem?, ValueTask> before) : IFingerprintStore
{
    public async ValueTask<FingerprintItem?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        await before([id], null);
        return await inner.ReadAsync(id, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<FingerprintItem>> ReadManyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        await before(ids, null);
        return await inner.ReadManyAsync(ids, cancellationToken);
    }

    public async ValueTask<bool> CreateAsync(FingerprintItem item, CancellationToken cancellationToken)
    {
        await before([item.Id], item);
        return await inner.CreateAsync(item, cancellationToken);
    }

    public async ValueTask<bool> ReplaceAsync(FingerprintItem item, CancellationToken cancellationToken)
    {
        await before([item.Id], item);
        return await inner.ReplaceAsync(item, cancellationToken);
    }

    public async ValueTask DeleteAsync(string id, CancellationToken cancellationToken)
    {
        await before([id], null);
        await inner.DeleteAsync(id, cancellationToken);
    }
}
