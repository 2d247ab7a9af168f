using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Time.Testing;
using Pipeline.LocalCosmos.Faults;

namespace Pipeline.LocalCosmos.Tests.Testing;

/// <summary>An empty account with the real SDK before it, and a clock that stands still until a test moves it.</summary>
public sealed class LocalAccount : IDisposable
{
    public LocalAccount()
    {
        Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");
        Clock = new FakeTimeProvider(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
        Account = LocalCosmosAccount.OpenTemporary(new LocalCosmosOptions { TimeProvider = Clock });
        Client = Account.CreateClient();
    }

    public FakeTimeProvider Clock { get; }

    public LocalCosmosAccount Account { get; }

    public CosmosClient Client { get; }

    public FaultInjector Faults => Account.Faults;

    /// <summary>A new container in a new database.</summary>
    public async Task<Container> CreateContainerAsync(
        string partitionKeyPath = "/pk", Action<ContainerProperties>? configure = null)
    {
        var properties = new ContainerProperties("items", partitionKeyPath);
        configure?.Invoke(properties);
        Database database = await Client.CreateDatabaseAsync("db" + Guid.NewGuid().ToString("n"));
        return await database.CreateContainerAsync(properties);
    }

    public void Dispose()
    {
        Client.Dispose();
        Account.Dispose();
    }
}
