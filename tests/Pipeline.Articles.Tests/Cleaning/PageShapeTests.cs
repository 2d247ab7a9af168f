using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

/// <summary>One article in the shapes that pages have; whichever it is, the same paragraphs come out and the furniture stays behind.</summary>
public class PageShapeTests
{
    private const string First = "The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year or longer.";
    private const string Second = "Engineers found cracks in two of its five piers in March, and the council could not wait any longer, its speaker said on Friday.";
    private const string Third = "Drivers will have to take the motorway bridge, four kilometres to the north, until the work has been finished next spring.";
    private const string Fourth = "The city expects the work to cost nine million euros, of which the state will pay two thirds, according to its own budget.";
    private const string Head = "<title>River bridge closes for a year</title><meta property='og:title' content='River bridge closes for a year'>";
    private const string Menu = "<div id=menu><a href=/>Home</a> <a href=/sport>Sport</a> <a href=/local>Local</a> <a href=/weather>Weather</a></div>";
    private const string Foot = "<div class=footer>Copyright © 2024 The Town Crier. All rights reserved. <a href=/imprint>Imprint</a> <a href=/privacy>Privacy policy</a></div>";
    private const string Heading = "<h1>River bridge closes for a year</h1>";
    private const string Paragraphs = $"<p>{First}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p>";

    private static readonly Dictionary<string, string> Pages = new()
    {
        ["plain"] = Page($"{Menu}<article>{Heading}{Paragraphs}</article>{Foot}"),
        ["line breaks only"] = Page($"{Menu}<div class=content>{Heading}{First}<br><br>{Second}<br><br>\n{Third}<br/><br/>{Fourth}</div>{Foot}"),
        ["one div"] = Page($"{Menu}<div>{Heading}<div>{First}</div><div>{Second}</div><div>{Third}</div><div>{Fourth}</div></div>{Foot}"),
        ["tables as layout"] = Page($"<table width=100%><tr><td colspan=2>{Menu}</td></tr><tr><td width=160><a href=/a>Archive</a><br><a href=/b>Letters</a></td><td><font size=5><b>River bridge closes for a year</b></font>{Paragraphs}</td></tr><tr><td colspan=2>{Foot}</td></tr></table>"),
        ["amp"] = $"<!doctype html><html amp lang=en><head>{Head}<style amp-custom>p{{margin:0}}</style></head><body><amp-sidebar><ul><li><a href=/>Home</a></ul></amp-sidebar><article class=amp-wp-article>{Heading}<amp-img src=x.jpg></amp-img><p>{First}</p><amp-ad type=x><div fallback>Advertisement</div></amp-ad><p>{Second}</p><p>{Third}</p><p>{Fourth}</p></article>{Foot}</body></html>",
        ["print view"] = Page($"<p><a href='javascript:window.print()'>Print this page</a></p><hr>{Heading}{Paragraphs}<hr><p>Printed from: <a href=http://www.example.org/local/bridge>http://www.example.org/local/bridge</a></p>"),
        ["noscript"] = Page($"<div id=root></div><noscript>{Heading}{Paragraphs}</noscript>"),
        ["menu outside noscript"] = Page($"{Menu}<div id=root></div><noscript>{Heading}{Paragraphs}</noscript>{Foot}"),
        ["hidden until unfolded"] = Page($"{Menu}<article>{Heading}<p>{First}</p><div class=more style='display:none'><p>{Second}</p><p>{Third}</p><p>{Fourth}</p></div></article>{Foot}"),
        ["hidden attribute"] = Page($"{Menu}<article hidden>{Heading}{Paragraphs}</article>{Foot}"),
        ["template"] = Page($"{Menu}<template id=story><article>{Heading}{Paragraphs}</article></template>{Foot}"),
        ["shadow root"] = Page($"{Menu}<story-body><template shadowrootmode=open><article>{Heading}{Paragraphs}</article></template></story-body>{Foot}"),
        ["lazy images"] = Page($"{Menu}<article>{Heading}<p>{First}</p><img data-src=a.jpg><noscript><img src=a.jpg alt='A bridge'></noscript><p>{Second}</p><p>{Third}</p><p>{Fourth}</p></article>{Foot}"),
        ["frameset leftovers"] = $"<html><head>{Head}</head><frameset cols='20%,80%'><frame src=menu.html><frame src=story.html><noframes><body>{Menu}{Heading}{Paragraphs}{Foot}</body></noframes></frameset></html>",
        ["xhtml with cdata"] = $"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html xmlns='http://www.w3.org/1999/xhtml'><head>{Head}<script type='text/javascript'>//<![CDATA[\nif (1 < 2) {{ write('<p>never</p>'); }}\n//]]></script></head><body>{Menu}<div class='article'>{Heading}<p><![CDATA[{First}]]></p><p>{Second}</p><p>{Third}<br /></p><p>{Fourth}</p></div>{Foot}</body></html>",
        ["nested containers"] = Page($"{Menu}{Repeat("<div>", 300)}{Heading}{Paragraphs}{Repeat("</div>", 300)}{Foot}"),
        ["without head and body"] = $"{Head}{Heading}{Paragraphs}",
        ["unclosed paragraphs"] = Page($"{Menu}<div class=story>{Heading}<p>{First}<p>{Second}<p>{Third}<p>{Fourth}</div>{Foot}"),
        ["microdata"] = Page($"{Menu}<div itemscope itemtype=http://schema.org/NewsArticle>{Heading}<div itemprop=articleBody>{Paragraphs}</div></div>{Foot}"),
    };

    public static TheoryData<string> Names => [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Clean_PageOfAnyShape_GivesTheSameParagraphs(string name)
    {
        var article = CleanerCalls.Article(Pages[name], MediaKind.Html);

        Assert.Equal([First, Second, Third, Fourth], article.Text.Split("\n\n"));
        AuditChecks.AccountsForAll(Pages[name], article);
    }

    [Fact]
    public void Clean_PageThatAScriptFills_GivesTheBodyOfItsLinkedData()
    {
        var page = Page($$"""
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"River bridge closes for a year","articleBody":"{{First}}\n\n{{Second}} \u201cReally,\u201d she said.\r\n<p>{{Third}}<\/p>{{Fourth}}"}</script>
            {{Menu}}<div id="root"></div>{{Foot}}
            """);

        var article = CleanerCalls.Article(page, MediaKind.Html);

        Assert.Equal([First, Second + " “Really,” she said.", Third, Fourth], article.Text.Split("\n\n"));
        var raw = article.Audit.Offsets.ToRaw(new Articles.Cleaning.TextSpan(article.Text.IndexOf("motorway", StringComparison.Ordinal), 8));
        Assert.Equal("motorway", page.Substring(raw.Offset, raw.Length));
    }

    [Fact]
    public void Clean_PageOfFiveMegabytes_FindsTheArticle()
    {
        var filler = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"<li class=entry data-x='{new string('x', 300)}'><a href=/story/{i}>Another story, number {i}</a></li>"));
        var page = Page($"{Menu}<article>{Heading}{Paragraphs}</article><div class=archive><ul>{filler}</ul></div>{Foot}");

        Assert.True(page.Length > 4_000_000);
        Assert.Equal([First, Second, Third, Fourth], CleanerCalls.Article(page, MediaKind.Html).Text.Split("\n\n"));
    }

    [Fact]
    public void Clean_PageThatGoesOnWithFurtherArticles_EndsWithTheFirst()
    {
        const string Other = "<p>The harbour fair opens on Saturday with a parade of ships, and the organisers expect twenty thousand visitors this year.</p>"
            + "<p>Last year the fair had to be called off because of a storm that had torn away most of the landing stages in the harbour.</p>";
        var page = Page($"{Menu}<main><article class=post><h1 class=headline>River bridge closes for a year</h1>{Paragraphs}</article>"
            + $"<article class=post><h1 class=headline>Harbour fair opens with a parade</h1>{Other}</article></main>{Foot}");

        var article = CleanerCalls.Article(page, MediaKind.Html);

        Assert.Equal([First, Second, Third, Fourth], article.Text.Split("\n\n"));
        Assert.Contains(article.Audit.Removed, removed => removed.Rule == "next-article");
    }

    [Fact]
    public void Clean_PageThatGoesOnWithAnArticleElement_EndsWithTheFirst()
    {
        var page = Page($"{Menu}<main><h1 class='headline t1'>River bridge closes for a year</h1><div class=body>{Paragraphs}</div>"
            + $"<article id=second><h1 class='headline t2'>Harbour fair opens with a parade</h1><p>{Second.Replace("piers", "ships", StringComparison.Ordinal)}</p></article></main>{Foot}");

        Assert.Equal([First, Second, Third, Fourth], CleanerCalls.Article(page, MediaKind.Html).Text.Split("\n\n"));
    }

    [Fact]
    public void Clean_SectionsUnderTopHeadings_AreNoFurtherArticles()
    {
        var page = Page($"{Menu}<h1 class=headline>River bridge closes for a year</h1><article><p>{First}</p><p>{Second}</p><h1 class=headline>A detour over the motorway</h1><p>{Third}</p><p>{Fourth}</p></article>{Foot}");

        Assert.Equal([First, Second, "A detour over the motorway", Third, Fourth], CleanerCalls.Article(page, MediaKind.Html).Text.Split("\n\n"));
    }

    [Fact]
    public void Clean_ArticleTwiceInOnePage_StandsOnce()
    {
        var more = string.Concat(Enumerable.Range(1, 5).Select(i => $"<p>Bridge number {i} of the city was looked at as well, its railing, its deck and each of its {i + 3} arches, and was found to be sound.</p>"));
        var text = more.Replace("<p>", " ", StringComparison.Ordinal).Replace("</p>", "", StringComparison.Ordinal);
        var page = Page($"{Menu}<article>{Heading}{Paragraphs}{more}</article><div class=paid>{First} {Second} {Third} {Fourth}{text}</div>{Foot}");

        var article = CleanerCalls.Article(page, MediaKind.Html);

        Assert.Equal(9, article.Text.Split("\n\n").Length);
        AuditChecks.AccountsForAll(page, article);
    }

    private static string Page(string body) => $"<!doctype html><html lang=en><head>{Head}</head><body>{body}</body></html>";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
