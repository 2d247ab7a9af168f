using Pipeline.Articles.Formats;
using Pipeline.Articles.Metadata;
using Pipeline.Articles.Tests.Cleaning;

namespace Pipeline.Articles.Tests.Metadata;

public class PageMetadataTests
{
    private const string Body = """
        <article><h1>River bridge closes for a year</h1>
        <p>The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year.</p>
        <p>Engineers found cracks in two of its five piers in March. "We could not wait any longer," said the head of the works.</p>
        <p>Drivers will have to take the motorway bridge, four kilometres to the north, until the work has been finished.</p></article>
        """;

    [Fact]
    public void Clean_JsonLd_GivesAuthorDatesSectionAndPublisher()
    {
        var metadata = Read("""
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Town Crier"},
            {"@type":"NewsArticle","headline":"River bridge closes for a year","datePublished":"2024-05-04T06:30:00+02:00","dateModified":"2024-05-05",
            "author":[{"@type":"Person","name":"Jane Doe"},{"name":"John Roe"}],"publisher":{"name":"The Town Crier"},"articleSection":"Local",
            "isAccessibleForFree":false,"keywords":"bridges, roads"}]}</script>
            """);

        Assert.Equal("River bridge closes for a year", metadata.Title.Value);
        Assert.Equal(["Jane Doe", "John Roe"], metadata.Authors.Select(a => a.Value));
        Assert.Equal(("2024-05-04T06:30:00+02:00", "json-ld"), (metadata.Published!.Value, metadata.Published.Source));
        Assert.Equal("2024-05-05", metadata.Modified!.Value);
        Assert.Equal("The Town Crier", metadata.SiteName!.Value);
        Assert.Equal("Local", metadata.Section!.Value);
        Assert.Equal(["bridges", "roads"], metadata.Tags);
        Assert.True(metadata.Paywalled);
    }

    [Fact]
    public void Clean_MetaElements_AreFreedOfTheSitesName()
    {
        var metadata = Read("""
            <title>River bridge closes for a year | The Town Crier</title><meta property="og:title" content="River bridge closes for a year - The Town Crier">
            <meta property="og:site_name" content="The Town Crier"><meta name="author" content="By Jane Doe"><meta property="article:published_time" content="2024-05-04T06:30:00Z">
            <link rel="canonical" href="https://crier.example/local/bridge?utm_source=feed"><meta property="og:image" content="/i/bridge.jpg">
            """);

        Assert.Equal("River bridge closes for a year", metadata.Title.Value);
        Assert.Equal("Jane Doe", Assert.Single(metadata.Authors).Value);
        Assert.Equal("2024-05-04T06:30:00+00:00", metadata.Published!.Value);
        Assert.Equal("https://crier.example/local/bridge", metadata.CanonicalUrl!.Value);
        Assert.Equal("https://crier.example/i/bridge.jpg", metadata.LeadImageUrl!.Value);
    }

    [Fact]
    public void Clean_GivenFields_WinOverThePage()
    {
        var given = new GivenFields { Title = "Given title", Authors = ["Given Author"], Published = "2020-01-02", SiteName = "Given Site", Url = "https://given.example/a" };

        var metadata = CleanerCalls.Article("<title>Other title of the page</title>" + Body, MediaKind.Html, given).Metadata;

        Assert.Equal(("Given title", "given"), (metadata.Title.Value, metadata.Title.Source));
        Assert.Equal("Given Author", Assert.Single(metadata.Authors).Value);
        Assert.Equal("2020-01-02", metadata.Published!.Value);
        Assert.Equal("https://given.example/a", metadata.CanonicalUrl!.Value);
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":")]
    [InlineData("[[[[[[[[[[")]
    [InlineData("{\"@type\":{\"@type\":{}},\"author\":[null,1,{\"name\":{}}],\"datePublished\":{}}")]
    [InlineData("{\"@type\":\"Article\",\"headline\":\"\\ud800\"}")]
    public void Clean_BrokenJsonLd_LeavesTheRestToSpeak(string json) =>
        Assert.Equal("River bridge closes for a year", Read($"<script type='application/ld+json'>{json}</script>").Title.Value);

    private static ArticleMetadata Read(string head) => CleanerCalls.Article($"<html><head>{head}</head><body>{Body}</body></html>", MediaKind.Html).Metadata;
}
