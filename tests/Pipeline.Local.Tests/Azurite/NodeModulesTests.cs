using Pipeline.Local.Azurite;

namespace Pipeline.Local.Tests.Azurite;

/// <summary>With a shell in npm's place, so not on Windows.</summary>
public sealed class NodeModulesTests : IDisposable
{
    private const string Installs = "mkdir -p node_modules/azurite/dist/src; touch node_modules/azurite/dist/src/azurite.js node_modules/.package-lock.json";

    private readonly string _root = Directory.CreateTempSubdirectory("modules-").FullName;

    public NodeModulesTests() => File.WriteAllText(Path.Combine(_root, "package-lock.json"), "{}");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task EnsureAzuriteAsync_InstallThatAnotherOneDisturbs_IsDoneOnceMore()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var script = await EnsureAsync($"echo x >> tries; [ $(wc -l < tries) -eq 2 ] || {{ echo ENOTEMPTY >&2; exit 1; }}; {Installs}");

        Assert.True(File.Exists(script));
        Assert.Equal(script, await EnsureAsync("exit 1"));
    }

    [Fact]
    public async Task EnsureAzuriteAsync_InstallFailsAgain_SaysWhatNpmSaid()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => EnsureAsync("echo no network >&2; exit 3"));

        Assert.Contains("code 3: no network", error.Message, StringComparison.Ordinal);
    }

    /// <summary>"npm ci" becomes "sh ci": the shell runs the file of that name.</summary>
    private Task<string> EnsureAsync(string commands)
    {
        File.WriteAllText(Path.Combine(_root, "ci"), commands + "\n");
        return NodeModules.EnsureAzuriteAsync(_root, new NodeTools("node", "/bin/sh"), CancellationToken.None);
    }
}
