using System.Diagnostics;
using Microsoft.Azure.Cosmos;
using Pipeline.LocalCosmos.Tests.Testing;

namespace Pipeline.LocalCosmos.Tests.Storage;

public sealed class KillTests
{
    [Fact]
    public async Task Kill_WhileEightCallersWrite_LosesNothingAcknowledged()
    {
        var folder = Directory.CreateTempSubdirectory("local-cosmos-kill");
        try
        {
            var path = Path.Combine(folder.FullName, "cosmos.db");
            var acknowledged = await WriteUntilKilledAsync(path, atLeast: 300);

            using var account = LocalCosmosAccount.Open(path);
            using var client = account.CreateClient();
            var container = client.GetContainer("db", "items");
            foreach (var id in acknowledged)
                Assert.Equal(id, (await container.ReadItemAsync<Item>(id, new PartitionKey("a"))).Resource.id);
            await container.CreateItemAsync(new Item("after", "a"), new PartitionKey("a"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<string>> WriteUntilKilledAsync(string path, int atLeast)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillTests).Assembly.Location, "write-until-killed", path])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var acknowledged = new List<string>();
        try
        {
            while (acknowledged.Count < atLeast && await process.StandardOutput.ReadLineAsync() is { } id)
                acknowledged.Add(id);
        }
        finally
        {
            process.Kill();
        }

        // What was said before the kill may still lie in the pipe; only whole lines count.
        var rest = await process.StandardOutput.ReadToEndAsync();
        acknowledged.AddRange(rest.Split('\n')[..^1]);
        await process.WaitForExitAsync();
        Assert.True(acknowledged.Count >= atLeast);
        return acknowledged;
    }
}
