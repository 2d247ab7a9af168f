using Pipeline.Local.Azurite;

namespace Pipeline.Local.Tests.Azurite;

public sealed class NodeToolsTests
{
    /// <summary>Where Node.js is missing, this is the one test that fails; all that need Azurite are skipped.</summary>
    [Fact]
    public void Find_ThisMachine_HasNode()
    {
        Assert.True(File.Exists(NodeTools.Find().Node));
    }

    [Fact]
    public void Find_EmptyPath_SaysWhatToInstall()
    {
        var error = Assert.Throws<NodeMissingException>(() => NodeTools.Find(""));

        Assert.Equal(NodeMissingException.Sentence, error.Message);
    }

    [Fact]
    public void Find_NodeWithoutNpm_SaysWhatToInstall()
    {
        var folder = Directory.CreateTempSubdirectory("node-").FullName;
        File.WriteAllText(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node"), "");

        Assert.Throws<NodeMissingException>(() => NodeTools.Find(folder));
        Directory.Delete(folder, recursive: true);
    }
}
