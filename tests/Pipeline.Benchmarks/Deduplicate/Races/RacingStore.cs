using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>
/// A store whose every operation waits for its turn, and which ends the caller's process now and then, before an operation
/// takes effect or before its answer arrives.
/// </summary>
internal sealed class RacingStore(IFingerprintStore inner, RaceTurns turns, Random random, double crashes, RaceTrace? trace) : IFingerprintStore
{
    public int Crashes { get; private set; }

    public ValueTask<FingerprintItem?> ReadAsync(string id, CancellationToken cancellationToken) =>
        RunAsync($"read {id}", () => inner.ReadAsync(id, cancellationToken));

    public ValueTask<IReadOnlyList<FingerprintItem>> ReadManyAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        RunAsync("read the others", () => inner.ReadManyAsync(ids, cancellationToken));

    public ValueTask<bool> CreateAsync(FingerprintItem item, CancellationToken cancellationToken) =>
        RunAsync($"create {RaceTrace.Describe(item)}", () => inner.CreateAsync(item, cancellationToken));

    public ValueTask<bool> ReplaceAsync(FingerprintItem item, CancellationToken cancellationToken) =>
        RunAsync($"replace {RaceTrace.Describe(item)}", () => inner.ReplaceAsync(item, cancellationToken));

    public async ValueTask DeleteAsync(string id, CancellationToken cancellationToken) =>
        await RunAsync($"delete {id}", async () =>
        {
            await inner.DeleteAsync(id, cancellationToken);
            return true;
        });

    private async ValueTask<T> RunAsync<T>(string name, Func<ValueTask<T>> operation)
    {
        await turns.WaitAsync();
        MayCrash(name, "crashed before");
        var result = await operation();
        trace?.Tell(name, result);
        MayCrash(name, "crashed after");
        return result;
    }

    private void MayCrash(string name, string when)
    {
        if (random.NextDouble() >= crashes / 2)
            return;
        Crashes++;
        trace?.Tell(when, name);
        throw new CrashException();
    }
}
