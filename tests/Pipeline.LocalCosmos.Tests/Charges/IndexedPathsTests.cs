using System.Text;
using System.Text.Json;
using Pipeline.LocalCosmos.Charges;

namespace Pipeline.LocalCosmos.Tests.Charges;

public sealed class IndexedPathsTests
{
    [Theory]
    [InlineData("""{"includedPaths":[{"path":"/*"}]}""", """{"b":1,"c":[1,2,{"d":null}]}""", 4)]
    [InlineData("""{"includedPaths":[{"path":"/*"}],"excludedPaths":[{"path":"/a/c/*"}]}""", """{"b":1,"c":[1,2]}""", 1)]
    [InlineData("""{"includedPaths":[{"path":"/a/c/[]/d/?"}],"excludedPaths":[{"path":"/*"}]}""",
        """{"b":1,"c":[{"d":1,"e":1},{"d":{"x":1}},{"d":2}]}""", 2)]
    [InlineData("""{"includedPaths":[{"path":"/*"},{"path":"/a/b/?"}],"excludedPaths":[{"path":"/a/*"}]}""",
        """{"b":1,"c":[1,2]}""", 1)]
    [InlineData("""{"indexingMode":"none","includedPaths":[{"path":"/*"}]}""", """{"b":1}""", 0)]
    public void CountValue_PolicyAndValueOfA_CountsWhatThePolicyReaches(string policy, string value, int expected)
    {
        var paths = IndexedPaths.From(JsonDocument.Parse(policy).RootElement);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value));
        reader.Read();

        Assert.Equal(expected, paths.CountValue("a", ref reader));
        Assert.Equal(value.Length, reader.BytesConsumed);
    }
}
