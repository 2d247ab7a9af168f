using Pipeline.Articles.Formats;
using Pipeline.Articles.Tests.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

[Collection(Alone.Name)]
public class HostileInputTests
{
    private const string Prose = "<p>A paragraph that is long enough to count as running text, with a comma, and with a full stop at its end.</p>";

    private const string First = "The first of two paragraphs that a page shows, so long that it is looked for in the data of the page's scripts, which begin alike.";
    private const string Second = "Another paragraph that the page shows, and that a script may hold as well, besides very many others like it, each told by its type.";
    private const string Shown = $"<p>{First}</p><p>{Second}</p><p>{Second} {First}</p>";
    private const string Data = $$"""{"type":"p","text":"{{First}}"},{"type":"p","text":"{{Second}}"},{"type":"p","text":"Some text that the page does not show, and which is of some length."},""";

    // Made when a test asks: the runner keeps its data alive, and these are large.
    private static readonly Dictionary<string, Func<string>> PageMakers = new()
    {
        ["nested tags"] = () => string.Concat(Enumerable.Repeat("<div>", 100_000)) + Prose,
        ["nested inline tags"] = () => string.Concat(Enumerable.Repeat("<b><i>", 50_000)) + Prose,
        ["nested lists"] = () => string.Concat(Enumerable.Repeat("<ul><li>", 50_000)) + Prose,
        ["nested tables"] = () => string.Concat(Enumerable.Repeat("<table><tr><td>", 40_000)) + Prose,
        ["attributes"] = () => "<p " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"a{i}=1 ")) + ">" + Prose,
        ["quotes left open"] = () => string.Concat(Enumerable.Repeat("<a href=\"", 100_000)) + Prose,
        ["less-than signs"] = () => new string('<', 1_000_000) + Prose,
        ["comments left open"] = () => string.Concat(Enumerable.Repeat("<!--", 100_000)) + Prose,
        ["character data left open"] = () => string.Concat(Enumerable.Repeat("<![CDATA[", 100_000)) + Prose,
        ["end tags"] = () => string.Concat(Enumerable.Repeat("</p></b></div></table>", 100_000)) + Prose,
        ["entities"] = () => string.Concat(Enumerable.Repeat("&amp;&#65;&notanentity", 100_000)) + Prose,
        ["many blocks"] = () => string.Concat(Enumerable.Repeat("<p>a", 200_000)) + Prose,
        ["many scripts"] = () => string.Concat(Enumerable.Repeat("<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"x\"}</script>", 20_000)) + Prose,
        ["many headings"] = () => string.Concat(Enumerable.Repeat("<h1>A headline</h1>", 50_000)) + Prose,
        ["one long line"] = () => "<p>" + new string('x', 50_000_000) + Prose,
        ["one long line of words"] = () => "<p>" + string.Concat(Enumerable.Repeat("word <b>", 1_000_000)) + Prose,
        ["one long class"] = () => "<p class='" + string.Concat(Enumerable.Repeat("ad-slot ", 1_000_000)) + "'>" + Prose,
        ["classes"] = () => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<div class='c{i} d{i}'><p class=e{i}>A line.</p>")) + Prose,
        ["links"] = () => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<p><a href=/x/{i}>A line {i}</a></p>")) + Prose,
        ["templates"] = () => string.Concat(Enumerable.Repeat("<template><p>a", 50_000)) + Prose,
        ["JSON-LD left open"] = () => string.Concat(Enumerable.Repeat("<script type=application/ld+json>{\"articleBody\":\"<p <p <p \\u00", 20_000)),
        ["data of scripts"] = () => Shown + string.Concat(Enumerable.Repeat("<script type=application/json>[" + string.Concat(Enumerable.Repeat(Data, 2_000)) + "]</script>", 12)),
        ["data nested deeply"] = () => Shown + "<script type=application/json>" + new string('[', 500_000) + Data,
        ["title left open"] = () => "<title>" + string.Concat(Enumerable.Repeat("word - ", 200_000)),
    };

    private static readonly Dictionary<string, Func<string>> TextMakers = new()
    {
        ["one long line"] = () => new string('x', 5_000_000),
        ["one long line of words"] = () => string.Concat(Enumerable.Repeat("word ", 1_000_000)),
        ["open brackets"] = () => new string('[', 1_000_000),
        ["link ends"] = () => string.Concat(Enumerable.Repeat("](", 300_000)),
        ["link ends in lines"] = () => string.Concat(Enumerable.Repeat("[a](b " + new string('(', 500) + "\n", 3_000)),
        ["many lines"] = () => string.Concat(Enumerable.Repeat("A line.\n\n", 300_000)),
        ["captions"] = () => string.Concat(Enumerable.Repeat("Bare Name\nThis is a sentence of the text that ends, as it should, with a full stop.\n", 10_000)),
        ["joined words"] = () => string.Concat(Enumerable.Repeat("somethingwhich NewYork TimesNorth Korea ", 50_000)),
        ["short lines"] = () => string.Concat(Enumerable.Repeat("ab\n", 1_000_000)),
        ["empty lines"] = () => new string('\n', 2_000_000),
        ["punctuation"] = () => string.Concat(Enumerable.Repeat(".,;:!?-–—…\"'()[]{}<>|/\\*#_~`^@&%$§=+ \n", 30_000)),
        ["one line of punctuation"] = () => string.Concat(Enumerable.Repeat("’.,;:!?-…\"'()", 200_000)),
        ["ideographs"] = () => new string('京', 2_000_000),
        ["lines of ideographs"] = () => string.Concat(Enumerable.Repeat("北京市的天气很好我们去公园玩了一整天\n", 60_000)),
        ["lines that go on"] = () => string.Concat(Enumerable.Repeat("and so the line goes on and on without an\n", 60_000)),
        ["hyphens at line ends"] = () => string.Concat(Enumerable.Repeat("the line goes on and on with-\nout an end and with an inter-\n", 30_000)),
        ["apostrophes"] = () => "a" + new string('\'', 1_000_000),
        ["control characters"] = () => new string('\u0001', 1_000_000),
        ["lone surrogates"] = () => new string('\uD800', 500_000),
    };

    public static TheoryData<string> Pages => [.. PageMakers.Keys];

    public static TheoryData<string> Texts => [.. TextMakers.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Clean_HostilePage_EndsSoon(string name) => EndsSoon(name, PageMakers[name](), MediaKind.Html);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Clean_HostileText_EndsSoon(string name)
    {
        var text = TextMakers[name]();
        EndsSoon(name, text, MediaKind.PlainText);
        EndsSoon(name, text, MediaKind.Markdown);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\0")]
    [InlineData("<")]
    [InlineData("</")]
    [InlineData("<!")]
    [InlineData("<a")]
    [InlineData("&")]
    [InlineData("[")]
    public void Clean_NextToNothing_SaysThatThereIsNoArticle(string input)
    {
        foreach (var kind in new[] { MediaKind.Html, MediaKind.Markdown, MediaKind.PlainText })
        {
            Assert.NotNull(CleanerCalls.Clean(input, kind).Rejection);
        }
    }

    private static void EndsSoon(string name, string input, MediaKind kind)
    {
        // Quadratic time would need minutes for each of these. Processor time, since the machine may be busy; no other test runs meanwhile.
        var start = Environment.CpuUsage.TotalTime;
        var result = CleanerCalls.Clean(input, kind);
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;

        Assert.True(seconds < 20, $"{name}: {seconds:F1} s for {input.Length} characters");
        if (result.Article is { } article)
        {
            Assert.Equal(input.Length, article.Audit.Offsets.KeptSpans.Sum(s => s.Length) + article.Audit.Removed.Sum(r => r.Span.Length));
        }
    }
}
