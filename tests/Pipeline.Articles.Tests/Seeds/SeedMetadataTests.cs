using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Tests.Cleaning;

namespace Pipeline.Articles.Tests.Seeds;

public class SeedMetadataTests
{
    [Theory]
    [InlineData("000", "Kim Jong-un may not have expected that sending troops to Ukraine would bring so many surprises to North Korea", "headline")]
    [InlineData("001", "North Korea's Military Involvement in Ukraine: A Strategic Gamble for Both Kim Jong-un and Vladimir Putin", "headline")]
    [InlineData("002", "Kim Jong-un hails North Korean troops fighting against Ukraine at ceremony for returned soldiers", "source-line")]
    [InlineData("003", "North Korea is preparing to expand its military support to Russia", "text")]
    [InlineData("004", "North Korean soldiers officially entered the battle and the first accident occurred", "text")]
    public void Clean_Seed_FindsOrMakesTheTitle(string seed, string title, string source)
    {
        var found = Article(seed).Metadata.Title;

        Assert.Equal((title, source), (found.Value, found.Source));
    }

    [Theory]
    [InlineData("000", "https://www.toutiao.com/w/1845582165244932")]
    [InlineData("001", null)]
    [InlineData("002", null)]
    [InlineData("003", "https://www.toutiao.com/article/7523045937829134902/")]
    [InlineData("004", null)]
    public void Clean_Seed_FindsTheSourceUrlWhereOneIsNamed(string seed, string? url) =>
        Assert.Equal(url, Article(seed).Metadata.CanonicalUrl?.Value);

    [Theory]
    [InlineData("000", "2025-10-11T00:14", "17WorldNews")]
    [InlineData("001", null, null)]
    [InlineData("002", null, null)]
    [InlineData("003", null, null)]
    [InlineData("004", null, null)]
    public void Clean_Seed_ClaimsDateAndSiteOnlyWhereTheyStand(string seed, string? date, string? site)
    {
        var metadata = Article(seed).Metadata;

        Assert.Equal((date, site), (metadata.Published?.Value, metadata.SiteName?.Value));
        Assert.Empty(metadata.Authors);
    }

    [Fact]
    public void Clean_SeedWithHashtags_ListsThemWithoutSign() =>
        Assert.Equal(["WorldNews", "Politics"], Article("001").Metadata.Hashtags.Select(tag => tag.Value));

    private static CleanedArticle Article(string seed) => CleanerCalls.Article(SeedFile.Read(seed), MediaKind.PlainText);
}
