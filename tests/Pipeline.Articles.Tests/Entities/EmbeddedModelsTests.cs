using Pipeline.Articles.Entities;

namespace Pipeline.Articles.Tests.Entities;

public sealed class EmbeddedModelsTests
{
    [Fact]
    public void Resources_AllModelsAndLexicons_AtMostFourMegabytes()
    {
        var assembly = typeof(LocalEntityRecogniser).Assembly;
        var bytes = assembly.GetManifestResourceNames().Sum(name => assembly.GetManifestResourceStream(name)!.Length);
        Assert.InRange(bytes, 1_000_000, 4_000_000);
    }
}
