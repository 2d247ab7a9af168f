using Azure.Storage.Blobs;
using Pipeline.Local.Azurite;

namespace Pipeline.Local.Tests.Azurite;

/// <summary>The test assembly as a program: starts Azurite, writes to it, says its process id and waits to be killed.</summary>
internal static class AzuriteParent
{
    public const string Command = "azurite-parent";

    public static async Task Main(string[] args)
    {
        if (args is [Command, var folder])
        {
            await using var azurite = await AzuriteProcess.StartAsync(folder);
            await new BlobContainerClient(azurite.ConnectionString, "kept").CreateAsync();
            Console.WriteLine(azurite.ProcessId);
            await Task.Delay(Timeout.Infinite);
        }
    }
}
