using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Storage;

/// <summary>Writes through the SDK from eight callers and says each id after it was acknowledged.</summary>
internal static class KilledWriter
{
    public static async Task RunAsync(string path)
    {
        Environment.SetEnvironmentVariable("COSMOS_DISABLE_IMDS_ACCESS", "true");
        using var account = LocalCosmosAccount.Open(path);
        using var client = account.CreateClient();
        Database database = await client.CreateDatabaseIfNotExistsAsync("db");
        Container container = await database.CreateContainerIfNotExistsAsync("items", "/pk");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async caller =>
        {
            for (var i = 0; ; i++)
            {
                var item = new Item($"{caller}-{i}", "a", i, new string('x', 500));
                await container.CreateItemAsync(item, new PartitionKey("a"));
                Console.WriteLine(item.id);
            }
        }));
    }
}
