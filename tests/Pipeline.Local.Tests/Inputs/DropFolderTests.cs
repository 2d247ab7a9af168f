using Pipeline.Local.Inputs;

namespace Pipeline.Local.Tests.Inputs;

public sealed class DropFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DropFolder _drop;

    public DropFolderTests() => _drop = new DropFolder(_folder.Path, TimeProvider.System);

    [Fact]
    public void TakeReady_FileAtRest_IsTakenOnce()
    {
        _folder.Write("deep/a.txt", "text");

        Assert.Empty(_drop.TakeReady());
        Assert.Equal("deep/a.txt", Assert.Single(_drop.TakeReady()).BlobName);
        Assert.Empty(_drop.TakeReady());
    }

    [Fact]
    public void TakeReady_FileStillGrowing_Waits()
    {
        _folder.Write("a.txt", "half");
        _drop.TakeReady();
        _folder.Write("a.txt", "half and more");

        Assert.Empty(_drop.TakeReady());
        Assert.Single(_drop.TakeReady());
    }

    [Fact]
    public void TakeReady_FileChangedLater_IsTakenAgain()
    {
        _folder.Write("a.txt", "first");
        _drop.TakeReady();
        _drop.TakeReady();
        _folder.Write("a.txt", "second version");
        _drop.TakeReady();

        Assert.Single(_drop.TakeReady());
    }

    public void Dispose() => _folder.Dispose();
}
