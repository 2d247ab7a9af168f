using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>Calls <paramref name="before"/> and <paramref name="after"/> each operation, with its number from 1 on.</summary>
internal sealed class FaultyStore(IFingerprintStore inner, Action<int> before, Action<int> after) : IFingerprintStore
{
    public int Operations { get; private set; }

    public ValueTask<FingerprintItem?> ReadAsync(string id, CancellationToken cancellationToken) =>
        RunAsync(() => inner.ReadAsync(id, cancellationToken));

    public ValueTask<IReadOnlyList<FingerprintItem>> ReadManyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        RunAsync(() => inner.ReadManyAsync(ids, cancellationToken));

    public ValueTask<bool> CreateAsync(FingerprintItem item, CancellationToken cancellationToken) =>
        RunAsync(() => inner.CreateAsync(item, cancellationToken));

    public ValueTask<bool> ReplaceAsync(FingerprintItem item, CancellationToken cancellationToken) =>
        RunAsync(() => inner.ReplaceAsync(item, cancellationToken));

    public async ValueTask DeleteAsync(string id, CancellationToken cancellationToken) =>
        await RunAsync(async () =>
        {
            await inner.DeleteAsync(id, cancellationToken);
            return true;
        });

    private async ValueTask<T> RunAsync<T>(Func<ValueTask<T>> operation)
    {
        var number = ++Operations;
        before(number);
        var result = await operation();
        after(number);
        return result;
    }
}
