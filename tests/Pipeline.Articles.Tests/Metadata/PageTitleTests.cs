using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Tests.Metadata;

public class PageTitleTests
{
    private const string Search = "Bridge closure 2024: what drivers need to know";
    private const string Shown = "River bridge closes for a year";

    [Theory]
    [InlineData($"<nav><a href='/'>Home</a><h1>{Search}</h1></nav>")]
    [InlineData($"<ul><li><a href='/'>Home</a></li><li><h1>{Search}</h1></li></ul>")]
    [InlineData($"<div class='page-breadcrumbs'><a href='/'>Home</a><span><h1>{Search}</h1></span></div>")]
    public void Find_HeadingInTheTrail_LosesToOtherWordingOfTheArticle(string trail)
    {
        var head = $"<title>{Search} - The Town Crier</title><meta name='twitter:title' content='{Search}'>";

        Assert.Equal(Shown, Title($"{head}{OpenGraph(Shown)}{Headline(Search)}", trail + $"<h2>{Shown}</h2>"));
        Assert.Equal(Shown, Title($"{head}{OpenGraph(Search)}{Headline(Shown)}", trail + $"<h2>{Shown}</h2>"));
    }

    [Fact]
    public void Find_HeadingInTheTrailThatAllSourcesCutShort_StaysTheTitle() =>
        Assert.Equal(Search, Title($"<title>{Search}</title>{OpenGraph("Bridge closure 2024")}{Headline(Search)}", $"<nav><h1>{Search}</h1></nav>"));

    [Fact]
    public void Find_HeadingInTheArticle_IsHeldAgainstOneSourceOfOtherWording() =>
        Assert.Equal(Search, Title($"<title>{Search}</title>{OpenGraph(Shown)}{Headline(Search)}", $"<h1>{Search}</h1>"));

    [Theory]
    [InlineData("", "What drivers need to know while the bridge is closed")]
    [InlineData("Article", "What drivers need to know while the bridge is closed")]
    [InlineData("NewsArticle", Search)]
    public void Find_MetadataOfOtherWording_YieldsToTheHeadingExceptInNews(string type, string expected)
    {
        var linked = type.Length == 0 ? "" : Headline(Search, type);

        Assert.Equal(expected, Title(
            $"<title>{Search}</title>{OpenGraph(Search)}<meta name='twitter:title' content='{Search}'>{linked}",
            "<h1>What drivers need to know while the bridge is closed</h1>"));
    }

    [Fact]
    public void Find_HeadingWithoutAWordOfTheMetadata_IsNoTitle() =>
        Assert.Equal(Search, Title($"<title>{Search}</title>{OpenGraph(Search)}", "<h1>Stories from our town and region</h1>"));

    [Theory]
    [InlineData("<meta property='og:site_name' content='Notes of an engineer'>")]
    [InlineData("")]
    public void Find_HeadingThatNamesTheBlog_IsNoTitle(string name) =>
        Assert.Equal(Shown, Title($"<title>Notes of an engineer: {Shown}</title>{OpenGraph(Shown)}{name}", "<h1>Notes of an engineer</h1>"));

    private static string OpenGraph(string title) => $"<meta property='og:title' content='{title}'>";

    private static string Headline(string text, string type = "NewsArticle") =>
        $"<script type='application/ld+json'>{{\"@type\":\"{type}\",\"headline\":\"{text}\"}}</script>";

    private static string Title(string head, string body)
    {
        var page = $"<html><head>{head}</head><body>{body}<p>The old bridge will be closed from Monday.</p></body></html>";
        var source = new SourceText { Text = page, Kind = MediaKind.Html, Charset = "utf-8" };
        var view = BlockReading.Read(source, CancellationToken.None);
        using var tree = view.Page!;
        return TitleFinder.Find(view, PageFacts.Read(tree), GivenFields.None).Value;
    }
}
