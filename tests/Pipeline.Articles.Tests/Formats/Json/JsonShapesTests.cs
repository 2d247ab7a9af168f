using Pipeline.Articles.Formats;
using static Pipeline.Articles.Tests.Formats.Reading;

namespace Pipeline.Articles.Tests.Formats.Json;

public sealed class JsonShapesTests
{
    private const string Body = "The council voted on Tuesday to rebuild the bridge over the river.";

    [Theory]
    [InlineData("text")]
    [InlineData("body")]
    [InlineData("content")]
    [InlineData("articleBody")]
    [InlineData("article_body")]
    [InlineData("Article-Body")]
    [InlineData("maintext")]
    [InlineData("full_text")]
    [InlineData("FULLTEXT")]
    [InlineData("body_text")]
    [InlineData("raw_text")]
    [InlineData("description")]
    [InlineData("article")]
    [InlineData("content:encoded")]
    public void Decode_BodyField_IsTheText(string name) => Assert.Equal(Body, Read($"{{\"id\":1,\"title\":\"A\",\"{name}\":\"{Body}\"}}").Text);

    [Fact]
    public void Decode_NewsApi_Fields()
    {
        var text = Read($$"""
            {"source":{"id":"ex","name":"Example News"},"author":"Ann Lee","title":"A head","description":"Short.",
             "url":"https://news.example/a","publishedAt":"2024-05-06T07:08:09Z","content":"{{Body}}"}
            """);
        Assert.Equal(("Example News", "A head", "Short.", "https://news.example/a", "2024-05-06T07:08:09Z"),
            (text.Given.SiteName, text.Given.Title, text.Given.Summary, text.Given.Url, text.Given.Published));
        Assert.Equal(["Ann Lee"], text.Given.Authors);
    }

    [Fact]
    public void Decode_NewsPlease_Fields()
    {
        var text = Read($$"""
            {"authors":["Ann Lee","Bo Ek"],"date_download":"2024-05-07","date_modify":null,"date_publish":"2024-05-06 07:08:09",
             "description":"Short.","language":"en","maintext":"{{Body}}","source_domain":"news.example","title":"A head","url":"https://news.example/a"}
            """);
        Assert.Equal((Body, "2024-05-06 07:08:09", "en", "news.example"), (text.Text, text.Given.Published, text.Given.Language, text.Given.SiteName));
        Assert.Equal(["Ann Lee", "Bo Ek"], text.Given.Authors);
    }

    [Fact]
    public void Decode_Trafilatura_SourceIsTheAddress()
    {
        var text = Read($$"""
            {"title":"A head","author":"Ann Lee; Bo Ek","hostname":"news.example","date":"2024-05-06","categories":"a;b","tags":"c",
             "raw_text":"raw","text":"{{Body}}","source":"https://news.example/a","source-hostname":"Example News","excerpt":"Short."}
            """);
        Assert.Equal(("https://news.example/a", "Example News", Body), (text.Given.Url, text.Given.SiteName, text.Text));
    }

    [Fact]
    public void Decode_JsonLdGraph_TheArticleInIt()
    {
        var text = Read($$"""
            {"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Example News","description":"{{Body}} Not this."},
             {"@type":["NewsArticle"],"headline":"A head","articleBody":"{{Body}}","datePublished":"2024-05-06","dateModified":"2024-05-07",
              "author":[{"@type":"Person","name":"Ann Lee"}],"publisher":{"@type":"Organization","name":"Example News"},"inLanguage":"en","keywords":"a, b"}]}
            """);
        Assert.Equal((Body, "A head", "2024-05-06", "2024-05-07", "Example News", "en"),
            (text.Text, text.Given.Title, text.Given.Published, text.Given.Modified, text.Given.SiteName, text.Given.Language));
        Assert.Equal(["Ann Lee"], text.Given.Authors);
        Assert.Equal(["a", "b"], text.Given.Tags);
    }

    [Theory]
    [InlineData("{\"article\":{\"title\":\"A head\",\"text\":\"@\"}}")]
    [InlineData("{\"_id\":\"7\",\"_source\":{\"title\":\"A head\",\"text\":\"@\"}}")]
    [InlineData("{\"title\":{\"rendered\":\"A head\"},\"content\":{\"rendered\":\"@\",\"protected\":false}}")]
    [InlineData("{\"data\":{\"article\":{\"headline\":\"A head\",\"body\":\"@\"}}}")]
    [InlineData("{\"title\":[\"A head\"],\"content\":[{\"type\":\"text/plain\",\"value\":\"@\"}]}")]
    public void Decode_Nested_Found(string json)
    {
        var text = Read(json.Replace("@", Body, StringComparison.Ordinal));
        Assert.Equal((Body, "A head"), (text.Text, text.Given.Title));
    }

    [Fact]
    public void Decode_Paragraphs_ApartByEmptyLines() =>
        Assert.Equal("One is here.\n\nTwo is here.", Read("{\"paragraphs\":[\"One is here.\",{\"text\":\"Two is here.\"},null,\"\"]}").Text);

    [Theory]
    [InlineData("<p>One.</p><p>Two <b>three</b>.</p>", MediaKind.Html)]
    [InlineData("# Head\\n\\nSome [link](https://a.example) and **bold**", MediaKind.Markdown)]
    [InlineData("Words alone.", MediaKind.PlainText)]
    public void Decode_BodyKind_ToldByItsContent(string body, MediaKind kind) => Assert.Equal(kind, Read($"{{\"text\":\"{body}\"}}").Kind);

    [Fact]
    public void Decode_TeaserUnderABetterName_LongerTextWins() =>
        Assert.Equal(Body, Read($"{{\"text\":\"Teaser\",\"content\":\"{Body}\"}}").Text);

    [Fact]
    public void Decode_LoneSurrogateEscape_Replaced() => Assert.Equal("a\uFFFDb \u00e9", Read("{\"text\":\"a\\ud800b \\u00e9\"}").Text);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"title\":\"A\"}")]
    [InlineData("{\"text\":\"  \"}")]
    [InlineData("{\"text\":null,\"content\":5}")]
    public void Decode_NoText_NoArticle(string json) =>
        Assert.Equal(RejectionCategory.NoArticle, EntryDecoder.Decode(new RawEntry { Bytes = Utf8(json), Kind = MediaKind.Json }).Rejection?.Category);

    [Theory]
    [InlineData("{\"status\":\"ok\",\"articles\":[@]}")]
    [InlineData("{\"response\":{\"docs\":[@],\"meta\":{}}}")]
    [InlineData("{\"took\":3,\"hits\":{\"total\":{\"value\":2},\"hits\":[@]}}")]
    [InlineData("{\"version\":\"1\",\"title\":\"Feed\",\"items\":[@]}")]
    [InlineData("{\"feed\":{\"title\":\"Feed\",\"entry\":[@]}}")]
    [InlineData("[@]")]
    public async Task ReadAsync_Wrapper_ItsItems(string wrapper)
    {
        var json = wrapper.Replace("@", $"{{\"text\":\"{Body}\"}}, {{\"_source\":{{\"text\":\"{Body}\"}}}}", StringComparison.Ordinal);
        Assert.Equal("item 1: Json\nitem 2: Json", Show(await ReadAsync(Utf8(json), "export.json")));
    }

    [Fact]
    public async Task ReadAsync_ArticleWithListOfObjects_IsOneArticle()
    {
        var json = $"{{\"text\":\"{Body}\",\"items\":[{{\"text\":\"related\"}},{{\"text\":\"related\"}}]}}";
        Assert.Null((await ReadOneAsync(Utf8(json), "a.json")).Place);
    }

    private static SourceText Read(string json) => Text(new RawEntry { Bytes = Utf8(json), Kind = MediaKind.Json });
}
