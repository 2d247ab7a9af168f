using Microsoft.Azure.Cosmos;
using Newtonsoft.Json.Linq;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Queries;

/// <summary>Fourteen items in two partitions, with numbers, texts, arrays and a property of many types.</summary>
public sealed class MixedItems : IAsyncLifetime, IDisposable
{
    private readonly LocalAccount _local = new();

    public Container Container { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Container = await _local.CreateContainerAsync();
        for (var i = 0; i < 14; i++)
        {
            var item = new JObject
            {
                ["id"] = $"{i}",
                ["pk"] = i < 9 ? "a" : "b",
                ["n"] = i,
                ["text"] = i % 2 == 0 ? "even" : "odd",
                ["mixed"] = (i % 4) switch { 0 => i, 1 => $"{i}", 2 => true, _ => JValue.CreateNull() },
                ["tags"] = new JArray(i % 3 == 0 ? ["x", "y"] : i % 3 == 1 ? ["y"] : Array.Empty<string>()),
            };
            await Container.CreateItemAsync(item, new PartitionKey((string)item["pk"]!));
        }
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _local.Dispose();
}
