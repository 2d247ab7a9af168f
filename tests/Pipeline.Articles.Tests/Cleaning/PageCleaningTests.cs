using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

public class PageCleaningTests
{
    private const string Page = """
        <!doctype html><html lang="en"><head><title>River bridge closes for a year | The Town Crier</title><meta property="og:title" content="River bridge closes for a year"></head>
        <body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li><li><a href="/local">Local</a></li></ul></nav></header>
        <main><article><h1>River bridge closes for a year</h1><div class="byline">By Jane Doe</div>
        <p>The old bridge over the river will be closed from Monday, the <a href="/council">city council</a> said, and it will stay closed for a year&nbsp;&mdash; or longer.</p>
        <div class="share-buttons"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
        <p>Engineers found cracks in two of its five piers in March. &ldquo;We could not wait any longer,&rdquo; said the head of the works on Friday.</p>
        <h2>Detour over the motorway</h2>
        <p>Drivers will have to take the motorway bridge, four kilometres to the north, until the work has been finished next spring.</p>
        <p>The city expects the work to cost nine million euros, of which the state will pay two thirds, according to the council's own budget.</p></article>
        <aside class="related"><h3>Related articles</h3><ul><li><a href="/a">Motorway to be widened</a></li><li><a href="/b">Ferry starts again</a></li></ul></aside></main>
        <footer><p>Copyright © 2024 The Town Crier. All rights reserved.</p></footer><script>track("<p>never shown</p>")</script></body></html>
        """;

    [Fact]
    public void Clean_NewsPage_KeepsParagraphsAndSubheadlineOnly() =>
        Assert.Equal(
            [
                "The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year — or longer.",
                "Engineers found cracks in two of its five piers in March. “We could not wait any longer,” said the head of the works on Friday.",
                "Detour over the motorway",
                "Drivers will have to take the motorway bridge, four kilometres to the north, until the work has been finished next spring.",
                "The city expects the work to cost nine million euros, of which the state will pay two thirds, according to the council's own budget.",
            ],
            CleanerCalls.Article(Page, MediaKind.Html).Text.Split("\n\n"));

    [Fact]
    public void Clean_NewsPage_AccountsForEveryCharacter() => AuditChecks.AccountsForAll(Page, CleanerCalls.Article(Page, MediaKind.Html));

    [Fact]
    public void Clean_SameSourceTwice_GivesTheSameResult() =>
        Assert.Equal(CleanerCalls.Article(Page, MediaKind.Html).Text, CleanerCalls.Article(Page, MediaKind.Html).Text);

    [Fact]
    public void ToRaw_SpanOfTheArticle_LeadsToItsPlaceInTheSource()
    {
        var article = CleanerCalls.Article(Page, MediaKind.Html);
        var place = article.Text.IndexOf("motorway bridge", StringComparison.Ordinal);

        var raw = article.Audit.Offsets.ToRaw(new Articles.Cleaning.TextSpan(place, "motorway bridge".Length));

        Assert.Equal("motorway bridge", Page.Substring(raw.Offset, raw.Length));
    }

    [Fact]
    public void Clean_ArticleInNoScriptOnly_IsFoundThere()
    {
        const string Shell = """
            <title>River bridge closes for a year</title><div id="root"></div><noscript><h1>River bridge closes for a year</h1>
            <p>The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year.</p>
            <p>Engineers found cracks in two of its five piers in March, and the council could not wait any longer, it said on Friday.</p></noscript>
            """;

        Assert.Equal(2, CleanerCalls.Article(Shell, MediaKind.Html).Text.Split("\n\n").Length);
    }
}
