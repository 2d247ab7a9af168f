using Pipeline.Local.Inputs;

namespace Pipeline.Local.Tests.Inputs;

public sealed class InputFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Expand_File_KeepsItsName()
    {
        var path = _folder.Write("a.txt", "text");

        Assert.Equal([new InputFile(path, "a.txt")], InputFiles.Expand([path]));
    }

    [Fact]
    public void Expand_Folder_KeepsRelativePathsAndLeavesOutHiddenFiles()
    {
        _folder.Write("b.txt", "");
        _folder.Write("deep/a.txt", "");
        _folder.Write(".hidden", "");
        _folder.Write(".git/config", "");
        _folder.Write("half.part", "");

        Assert.Equal(["b.txt", "deep/a.txt"], Names(_folder.Path));
    }

    [Theory]
    [InlineData("*.txt", "a.txt")]
    [InlineData("**/*.html", "deep/b.html")]
    [InlineData("d*p/*", "deep/b.html")]
    public void Expand_Glob_GivesItsMatches(string glob, string expected)
    {
        _folder.Write("a.txt", "");
        _folder.Write("deep/b.html", "");

        Assert.Equal([expected], Names(Path.Combine(_folder.Path, glob)));
    }

    [Fact]
    public void Expand_TwoFilesOfOneName_AreToldApartByTheirFolders()
    {
        var first = _folder.Write("x/page.html", "");
        var second = _folder.Write("y/page.html", "");

        Assert.Equal(["page.html", "y/page.html"], Names(first, second));
    }

    [Fact]
    public void Expand_TheSameFileTwice_GivesItOnce()
    {
        var path = _folder.Write("a.txt", "");

        Assert.Single(InputFiles.Expand([path, path, _folder.Path]));
    }

    [Fact]
    public void Expand_NothingThere_SaysWhatToGive()
    {
        var exception = Assert.Throws<InputNotFoundException>(() => InputFiles.Expand([Path.Combine(_folder.Path, "no.txt")]));

        Assert.Contains("no.txt", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Give a file", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Names(params string[] arguments) =>
        InputFiles.Expand(arguments).Select(file => file.BlobName);
}
