using System.Globalization;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Deduplication.Stores;
using Pipeline.LocalCosmos;

namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>Fingerprint containers of LocalCosmos through the SDK. Some races share one: a container for each would cost more than the race.</summary>
internal sealed class RaceDatabases : IAsyncDisposable
{
    private const int RacesEach = 250;

    private readonly LocalCosmosAccount _account = LocalCosmosAccount.OpenTemporary();
    private readonly CosmosClient _client;
    private CosmosFingerprintStore? _store;

    public RaceDatabases() => _client = _account.CreateClient();

    public async ValueTask<IFingerprintStore> OpenAsync(int race)
    {
        if (_store is not null && race % RacesEach != 0)
            return _store;
        if (_store is not null)
            await _client.GetDatabase(Name(race - RacesEach)).DeleteAsync();
        Database database = await _client.CreateDatabaseAsync(Name(race));
        await database.CreateContainerAsync(CosmosSchema.Fingerprints);
        return _store = new CosmosFingerprintStore(database.GetContainer(CosmosSchema.Fingerprints.Id));
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _account.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Name(int race) => string.Create(CultureInfo.InvariantCulture, $"races{race / RacesEach}");
}
