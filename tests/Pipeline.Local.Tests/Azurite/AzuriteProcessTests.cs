using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Pipeline.Local.Azurite;
using Pipeline.Local.Tests.Hosting;
using Pipeline.Testing.Storage;

namespace Pipeline.Local.Tests.Azurite;

/// <summary>Outside the collection: these start processes of their own.</summary>
public sealed class AzuriteProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [AzuriteFact]
    public async Task StartAsync_SameFolderAgain_HasWhatWasThere()
    {
        await using (var first = await AzuriteProcess.StartAsync(_folder))
        {
            await new BlobContainerClient(first.ConnectionString, "kept").CreateAsync();
            await new BlobContainerClient(first.ConnectionString, "kept").UploadBlobAsync("a", BinaryData.FromString("text"));
            await new QueueClient(first.ConnectionString, "kept").CreateAsync();
            await new QueueClient(first.ConnectionString, "kept").SendMessageAsync("message");
        }

        await using var second = await AzuriteProcess.StartAsync(_folder);
        var blob = new BlobClient(second.ConnectionString, "kept", "a");
        Assert.Equal("text", (await blob.DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal("message", (await new QueueClient(second.ConnectionString, "kept").PeekMessageAsync()).Value.Body.ToString());
    }

    [AzuriteFact]
    public async Task DisposeAsync_Running_EndsTheProcess()
    {
        var azurite = await AzuriteProcess.StartAsync(_folder);
        using var process = Process.GetProcessById(azurite.ProcessId);

        await azurite.DisposeAsync();

        Assert.True(process.HasExited);
    }

    [AzuriteFact]
    public async Task StartAsync_PortTaken_SaysWhatAzuriteSaid()
    {
        await using var first = await AzuriteProcess.StartAsync(_folder);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => AzuriteProcess.StartAsync(new AzuriteOptions { BlobPort = first.BlobEndpoint.Port }));

        Assert.Contains("Azurite did not start", error.Message, StringComparison.Ordinal);
        Assert.Contains("EADDRINUSE", error.Message, StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task Parent_Killed_LeavesNoOrphanAndNothingLost()
    {
        // The parent is this test assembly, run as a program; see AzuriteParent.
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(AzuriteProcessTests).Assembly.Location, AzuriteParent.Command, _folder])
        {
            RedirectStandardOutput = true,
        };
        using var parent = Process.Start(start)!;
        var said = await parent.StandardOutput.ReadLineAsync();
        using var azurite = Process.GetProcessById(int.Parse(said!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.False(azurite.HasExited);

        parent.Kill();

        await Eventually.TrueAsync(() => azurite.HasExited);
        await using var next = await AzuriteProcess.StartAsync(_folder);
        Assert.True((await new BlobContainerClient(next.ConnectionString, "kept").ExistsAsync()).Value);
    }
}
