using Pipeline.Local.Hosting.Blobs;
using Pipeline.Local.Hosting.Functions;

namespace Pipeline.Local.Tests.Hosting.Blobs;

public sealed class BlobPatternTests
{
    [Theory]
    [InlineData("articles/{name}", "a/b.txt", "a/b.txt")]
    [InlineData("articles/in/{name}.txt", "in/a.b.txt", "a.b")]
    [InlineData("articles/in/{name}.txt", "in/a.html", null)]
    [InlineData("articles/in/{name}.txt", "out/a.txt", null)]
    [InlineData("articles/in/{name}.txt", "in/.txt", null)]
    public void Match_Name_GivesThePart(string path, string name, string? expected)
    {
        var pattern = BlobPattern.Parse(path);

        Assert.Equal("articles", pattern.Container);
        Assert.Equal("name", pattern.Part);
        Assert.Equal(expected, pattern.Match(name));
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("articles/fixed")]
    [InlineData("articles/{a}/{b}")]
    [InlineData("{container}/x")]
    [InlineData("articles/{}")]
    public void Parse_OtherForm_Throws(string path)
    {
        Assert.Throws<FunctionDefinitionException>(() => BlobPattern.Parse(path));
    }
}
