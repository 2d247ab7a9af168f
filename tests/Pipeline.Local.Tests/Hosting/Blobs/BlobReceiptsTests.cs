using Azure.Storage.Blobs;
using Pipeline.Local.Hosting;
using Pipeline.Local.Hosting.Blobs;
using Pipeline.Local.Hosting.Configuration;
using Pipeline.Testing.Crashes;
using Pipeline.Testing.Stepping;

namespace Pipeline.Local.Tests.Hosting.Blobs;

public sealed class BlobReceiptsTests
{
    private readonly BlobServiceClient _service = HostStorage.Connect(
        SteppedWorld.ConnectionString, new QueueSettings(), new SteppedWorld(CrashPlan.None()).ServiceTransport).Blobs;

    [Fact]
    public async Task LoadAsync_AfterFlushAndRestart_KnowsTheLastVersionOfEach()
    {
        var receipts = await StartAsync();
        receipts.Add(new BlobVersion("a b/ä.txt", "1"));
        receipts.Add(new BlobVersion("other", "7"));
        receipts.Add(new BlobVersion("a b/ä.txt", "2"));
        await receipts.FlushAsync(CancellationToken.None);

        // Twice: the second start reads what the first has compacted.
        for (var start = 0; start < 2; start++)
        {
            receipts = await StartAsync();
            Assert.True(receipts.Has(new BlobVersion("a b/ä.txt", "2")));
            Assert.False(receipts.Has(new BlobVersion("a b/ä.txt", "1")));
            Assert.True(receipts.Has(new BlobVersion("other", "7")));
        }
    }

    [Fact]
    public async Task LoadAsync_WithoutFlush_KnowsNothing()
    {
        (await StartAsync()).Add(new BlobVersion("a", "1"));

        Assert.False((await StartAsync()).Has(new BlobVersion("a", "1")));
    }

    [Fact]
    public async Task LoadAsync_OtherFunction_HasReceiptsOfItsOwn()
    {
        var receipts = await StartAsync();
        receipts.Add(new BlobVersion("a", "1"));
        await receipts.FlushAsync(CancellationToken.None);

        Assert.False((await StartAsync("Other")).Has(new BlobVersion("a", "1")));
    }

    [Fact]
    public async Task Remove_BlobIsGone_IsForgottenAlsoAfterARestart()
    {
        var receipts = await StartAsync();
        receipts.Add(new BlobVersion("gone", "1"));
        receipts.Add(new BlobVersion("kept", "1"));

        receipts.BeginScan();
        receipts.Seen("kept");
        receipts.Add(new BlobVersion("new", "1"));
        Assert.Equal(["gone"], receipts.EndScan());
        receipts.Remove("gone");
        await receipts.FlushAsync(CancellationToken.None);

        // Twice: the second start reads what the first has compacted.
        for (var start = 0; start < 2; start++)
        {
            receipts = await StartAsync();
            Assert.False(receipts.Has(new BlobVersion("gone", "1")));
            Assert.True(receipts.Has(new BlobVersion("new", "1")));
        }

        Assert.False(receipts.Has(new BlobVersion("gone", "1")));
        Assert.True(receipts.Has(new BlobVersion("kept", "1")));
        Assert.True(receipts.Has(new BlobVersion("new", "1")));
    }

    private async Task<BlobReceipts> StartAsync(string function = "Probe")
    {
        var receipts = new BlobReceipts(_service, function);
        await receipts.LoadAsync(CancellationToken.None);
        return receipts;
    }
}
