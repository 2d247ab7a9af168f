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
        Assert.Equal(["bridges", "roads"], metadata.Tags.Select(tag => tag.Value));
        Assert.Equal((true, "json-ld"), (metadata.Paywalled!.Value, metadata.Paywalled.Source));
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
    public void Clean_NamesJoinedByCommasAlone_AreTakenApart() =>
        Assert.Equal(["Jane Doe", "John Roe"], Read("<meta name='author' content='Jane Doe,John Roe'>").Authors.Select(a => a.Value));

    [Fact]
    public void Clean_CitationAuthors_AreNamedGivenNameFirst() =>
        Assert.Equal(["Jane Doe", "John Roe"], Read("<meta name='citation_author' content='Doe, Jane'><meta name='citation_author' content='John Roe'>").Authors.Select(a => a.Value));

    [Fact]
    public void Clean_LicenceAndTier_AreRead()
    {
        var metadata = Read("""
            <link rel="license" href="https://creativecommons.org/licenses/by/4.0/"><meta property="article:content_tier" content="metered">
            <meta name="keywords" content="bridges, roads"><meta property="article:tag" content="bridges"><meta property="og:image" content="https://crier.example/i.jpg?itok=abc&amp;w=9">
            """);

        Assert.Equal(("https://creativecommons.org/licenses/by/4.0/", "link:license"), (metadata.Licence!.Value, metadata.Licence.Source));
        Assert.True(metadata.Paywalled!.Value);
        Assert.Equal(["bridges meta:article:tag", "roads meta:keywords"], metadata.Tags.Select(tag => $"{tag.Value} {tag.Source}"));
        Assert.Equal("https://crier.example/i.jpg?itok=abc&w=9", metadata.LeadImageUrl!.Value);
    }

    [Fact]
    public void Clean_AuthorNamedById_IsLookedUpInTheGraph() => Assert.Equal("Jane Doe", Assert.Single(Read("""
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"River bridge closes for a year","author":{"@id":"#jane"}},
        {"@type":"Person","@id":"#jane","name":"Jane Doe"},{"@type":"Person","@id":"#john","name":"John Roe"}]}</script>
        """).Authors).Value);

    [Theory]
    [InlineData("<p class='byline'>By <a href='/staff/jane'>Jane Doe</a> and <a href='/staff/john'>John Roe</a></p>", "Jane Doe|John Roe")]
    [InlineData("<div class='byline'><span>Jane Doe</span><span>Cherry Hill Courier-Post</span></div>", "Jane Doe")]
    [InlineData("<p>By <a rel='author' href='/a/jane'>Jane Doe</a></p><p>Reviewed by <a rel='author' href='/a/john'>John Roe</a></p>", "Jane Doe")]
    [InlineData("<div><span>Jane Doe</span></div><div>May 4, 2024</div>", "Jane Doe")]
    public void Clean_BylineOfThePage_NamesTheAuthorsOnly(string byline, string expected)
    {
        var page = $"<html><body>{Body.Replace("</h1>", "</h1>" + byline, StringComparison.Ordinal)}</body></html>";

        Assert.Equal(expected, string.Join('|', CleanerCalls.Article(page, MediaKind.Html).Metadata.Authors.Select(a => a.Value)));
    }

    [Fact]
    public void Clean_ShownLocalTime_GivesTheInstantItsZone()
    {
        var page = $"<html><head><meta property='article:published_time' content='2024-05-04T02:30:10Z'></head><body>{Body.Replace("</h1>", "</h1><p>Published May 3, 2024 10:30 p.m. ET</p>", StringComparison.Ordinal)}</body></html>";

        var published = CleanerCalls.Article(page, MediaKind.Html).Metadata.Published!;

        Assert.Equal(("2024-05-03T22:30:10-04:00", "2024-05-04T02:30:10Z"), (published.Value, published.Raw));
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
