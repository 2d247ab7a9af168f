namespace Pipeline.Articles.Tests.Cleaning.Fallback;

public class ContainerFallbackTests
{
    private const string Headline = "River bridge closes for repairs";
    private const string First = "The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year or longer.";
    private const string Second = "Engineers found cracks in two of its five piers in March, and the council could not wait any longer with the repairs, it said on Friday.";
    private const string Third = "Drivers will have to take the motorway bridge, four kilometres to the north, until the work has been finished next spring.";
    private const string Claim = "<meta property=og:type content=article>";
    private const string Quote = "<meta name=description content='The old bridge over the river will be closed from Monday, the city…'>";
    private const string Menu = "<nav><ul><li><a href=/>Home</a></li><li><a href=/sport>Sport and games</a></li><li><a href=/local>Local</a></li></ul></nav>";
    private const string Foot = "<footer><p>The Town Crier has been read by the people of this town for a hundred and fifty years, every day but Sunday.</p></footer>";

    private static readonly string Paragraphs = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";
    private static readonly string LinkedBody = $$"""<script type="application/ld+json">{"@type":"WebPage","articleBody":"{{First}} {{Second}} {{Third}}"}</script>""";

    public static TheoryData<string, string> Articles => new()
    {
        { "claims to be an article", Page(Claim, $"<article><h1>{Headline}</h1>{Paragraphs}</article>") },
        { "description quotes the beginning", Page(Quote, $"<main><h1>{Headline}</h1>{Paragraphs}</main>") },
        { "linked data holds the text", Page(LinkedBody, $"<div><h1>{Headline}</h1>{Paragraphs}</div>") },
        { "paragraphs in boxes of their own", Page(Quote, $"<div class=content><div class=s><p>{First}</p></div><div class=s><p>{Second}</p></div><div class=s><p>{Third}</p></div></div>") },
        { "line breaks only", Page(Claim, $"<h1>{Headline}</h1><div class=story>{First}<br><br>{Second}<br><br>{Third}</div>") },
        { "deep nesting", Page(Claim, $"<article><h1>{Headline}</h1>{Repeat("<div>", 2000)}{Paragraphs}{Repeat("</div>", 2000)}</article>") },
        { "log-in box in the header", Page(Claim, $"<form><input type=password></form><article><h1>{Headline}</h1>{Paragraphs}</article>") },
        { "furniture inside", Page(Claim, $"<article><h1>{Headline}</h1><p>{First}</p><p>Advertisement</p><p><a href=/f>Ferry starts again after the flood</a></p><p>{Second}</p><aside><p>Our readers can win two tickets for the circus this week, if they know its name.</p></aside><p>{Third}</p></article>") },
    };

    [Theory]
    [MemberData(nameof(Articles))]
    public void Judge_ModelKeepsNothingOfAnArticle_TakesTheTextInOnePlace(string kind, string page) =>
        Assert.True(FallbackCalls.Kept(page) is [First, Second, Third], $"{kind}: {string.Join(" | ", FallbackCalls.Kept(page))}");

    [Fact]
    public void Judge_ScriptWithoutSpaces_TakesTheText()
    {
        const string One = "市議会は月曜日の夜、長い討論の末に、川に架かる古い橋を来年の春まで通行止めにすることを決定したと発表した。住民は不便を訴えている。";
        const string Two = "技術者は三月に五本の橋脚のうち二本にひび割れを見つけており、橋の修理をこれ以上待つことはできないと議会は金曜日に説明した。";
        var page = $"<html lang=ja><head><title>古い橋を通行止め</title>{Claim}</head><body>{Menu}<article><h1>古い橋を通行止め</h1><p>{One}</p><p>{Two}</p><p>{One[..40]}と述べた。{Two}</p></article></body></html>";

        Assert.Equal(3, FallbackCalls.Kept(page).Count);
    }

    [Fact]
    public void Judge_ModelKeepsAnotherText_YieldsToTheTextThatThePageQuotes()
    {
        const string Other = "Our readers can win two tickets for the circus this week, if only they happen to know the director's whole name and the year when he was born.";
        var article = string.Concat(Enumerable.Range(1, 8).Select(i => $"<p>Bridge number {i} of the city was looked at as well, its railing, its deck and each of its {i + 3} arches, and was found to be sound by all.</p>"));

        var quoted = FallbackCalls.Kept(Page(Quote, $"<p>{Other}</p><main><h1>{Headline}</h1>{Paragraphs}{article}</main>"), "circus");
        var claimed = FallbackCalls.Kept(Page(Claim, $"<p>{Other}</p><main><h1>{Headline}</h1>{Paragraphs}{article}</main>"), "circus");

        Assert.Equal(11, quoted.Count);
        Assert.DoesNotContain(Other, quoted);
        Assert.Equal([Other], claimed);
    }

    [Fact]
    public void Judge_ModelKeepsAShortArticle_LeavesIt() =>
        Assert.Equal([First, Second], FallbackCalls.Kept(Page(Claim + Quote, $"<article><h1>{Headline}</h1><p>{First}</p><p>{Second}</p></article><div class=content>{Repeat($"<p>{Third}</p>", 3)}</div>"), "council"));

    public static string Page(string head, string body) => $"<!doctype html><html lang=en><head><title>{Headline} | The Town Crier</title>{head}</head><body>{Menu}{body}{Foot}</body></html>";

    public static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
