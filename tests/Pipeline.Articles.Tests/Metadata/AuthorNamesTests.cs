using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Tests.Metadata;

public class AuthorNamesTests
{
    [Theory]
    [InlineData("By Jane Doe", "Jane Doe")]
    [InlineData("Jane Doe and John Roe", "Jane Doe|John Roe")]
    [InlineData("Von Jana Müller und Max Meier", "Jana Müller|Max Meier")]
    [InlineData("Jane Doe, Senior Reporter", "Jane Doe")]
    [InlineData("Jane Doe • December 20, 2023", "Jane Doe")]
    [InlineData("View all posts by Jane Doe", "Jane Doe")]
    [InlineData("https://example.org/author/jane", "")]
    [InlineData("admin", "")]
    [InlineData("", "")]
    public void Split_Byline_NamesPeopleOnly(string byline, string expected) => Assert.Equal(expected, string.Join('|', AuthorNames.Split(byline)));
}
