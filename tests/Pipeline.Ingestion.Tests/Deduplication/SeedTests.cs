using System.Runtime.CompilerServices;
using Pipeline.Articles.Fingerprints;

namespace Pipeline.Ingestion.Tests.Deduplication;

public sealed class SeedTests
{
    [Fact]
    public async Task JudgeAsync_TheFiveSeeds_StayFive()
    {
        var fixture = new Fixture();
        foreach (var file in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(Here())!, "../../../seeds")).Order())
            Assert.Equal(DuplicateKind.None, (await fixture.JudgeAsync(Path.GetFileName(file), await File.ReadAllTextAsync(file))).Kind);
        Assert.Equal(5, fixture.Members.Documents.Count);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
