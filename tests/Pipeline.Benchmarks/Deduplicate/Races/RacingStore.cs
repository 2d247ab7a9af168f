using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>
/// A store whose every operation waits for its turn, and which ends the caller's process now and then, before an operation
/// takes effect or before its answer arrives.
/// </summary>
internal sealed class RacingStore(IFingerprintStore inner, RaceTurns turns, Random random, double crashes) : IFingerprintStore
{
    public int Crashes { get; private set; }

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
        await turns.WaitAsync();
        MayCrash();
        var result = await operation();
        MayCrash();
        return result;
    }

    private void MayCrash()
    {
        if (random.NextDouble() >= crashes / 2)
            return;
        Crashes++;
        throw new CrashException();
    }
}
