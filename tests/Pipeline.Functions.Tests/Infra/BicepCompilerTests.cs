using Pipeline.Functions.Tests.Infra.Bicep;

namespace Pipeline.Functions.Tests.Infra;

/// <summary>The compiler and its linter find nothing wrong: API versions exist, properties are those of the resources.</summary>
public sealed class BicepCompilerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bicep-");

    [BicepFact]
    public async Task Lint_Main_FindsNothing() => Assert.Empty(await BicepCompiler.LintAsync(InRepository("main.bicep")));

    [BicepFact]
    public async Task Lint_EventSubscription_FindsNothing() =>
        Assert.Empty(await BicepCompiler.LintAsync(InRepository("event-subscription.bicep")));

    [BicepFact]
    public async Task Lint_MisspeltProperty_NamesIt()
    {
        var file = Path.Combine(_folder.FullName, "storage.bicep");
        var storage = InfraFolder.Repository
            .With("infra/modules/storage.bicep", "allowSharedKeyAccess", "allowSharedKeys")
            .Text("infra/modules/storage.bicep");
        await File.WriteAllTextAsync(file, storage);

        Assert.Contains("allowSharedKeys", await BicepCompiler.LintAsync(file), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string InRepository(string file) => Path.Combine(InfraFolder.Root.FullName, "infra", file);
}
