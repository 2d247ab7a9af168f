using Pipeline.Articles.Cleaning.Html;

namespace Pipeline.Articles.Tests.Cleaning;

/// <summary>Cases of the HTML standard's tree construction that matter for reading, written as element(children).</summary>
public class HtmlTreeTests
{
    [Theory]
    [InlineData("<p>a<p>b", "p(#a)p(#b)")]
    [InlineData("<p>a<div>b</div>c", "p(#a)div(#b)#c")]
    [InlineData("<ul><li>a<li>b</ul>c", "ul(li(#a)li(#b))#c")]
    [InlineData("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(#aul(li(#b)))li(#c))")]
    [InlineData("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(#a)dd(#b)dt(#c))")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d", "table(tr(td(#a)td(#b))tr(td(#c)))#d")]
    [InlineData("<table><tr><td><table><tr><td>a</table>b</table>c", "table(tr(td(table(tr(td(#a)))#b)))#c")]
    [InlineData("<div><span>a</div>b", "div(span(#a))#b")]
    [InlineData("<p>a</b>b", "p(#a#b)")]
    [InlineData("<h1>a<h2>b</h2>c", "h1(#a)h2(#b)#c")]
    [InlineData("<a href=x>a<a href=y>b", "a(#a)a(#b)")]
    [InlineData("<br>a<img src=x>b<hr/>c", "br()#aimg()#bhr()#c")]
    [InlineData("<script>if (a < b) x('</p>')</script>c", "script(#if (a < b) x('</p>'))#c")]
    [InlineData("<textarea><p>a</textarea>b", "textarea(#<p>a)#b")]
    [InlineData("a<!-- <p>b -->c", "#a#c")]
    [InlineData("a<![CDATA[b]]>c", "#a#b#c")]
    [InlineData("<p title='a>b'>c", "p(#c)")]
    [InlineData("<p title=a>b", "p(#b)")]
    [InlineData("1 < 2 and <3", "#1 < 2 and <3")]
    [InlineData("<x-a>a<x-b>b</x-a>c", "unknown(#aunknown(#b))#c")]
    [InlineData("</p>a</div>", "#a")]
    [InlineData("<select><option>a<option>b</select>c", "select(option(#a)option(#b))#c")]
    [InlineData("<P CLASS=x>a</P><DIV>b</DIV>", "p(#a)div(#b)")]
    [InlineData("<p>a</p></p>b", "p(#a)#b")]
    [InlineData("<div>a<p>b</div>c", "div(#ap(#b))#c")]
    [InlineData("<li>a<div><li>b</div>c", "li(#adiv())li(#b#c)")]
    [InlineData("<p>a<ul><li>b</ul>c", "p(#a)ul(li(#b))#c")]
    [InlineData("<p>a<table><tr><td>b</table>c", "p(#a)table(tr(td(#b)))#c")]
    [InlineData("<table><tr><td><p>a<td>b</table>c", "table(tr(td(p(#a))td(#b)))#c")]
    [InlineData("<table><thead><tr><th>a<tbody><tr><td>b</table>", "table(thead(tr(th(#a)))tbody(tr(td(#b))))")]
    [InlineData("<table><caption>a<tr><td>b</table>c", "table(caption(#a)tr(td(#b)))#c")]
    [InlineData("<table><tr><td>a</div>b</table>c", "table(tr(td(#a#b)))#c")]
    [InlineData("<button>a<p>b</button>c", "button(#ap(#b))#c")]
    [InlineData("<p>a<button><p>b</button>c", "p(#abutton(p(#b))#c)")]
    [InlineData("<blockquote><p>a<blockquote>b</blockquote>c</blockquote>d", "blockquote(p(#a)blockquote(#b)#c)#d")]
    [InlineData("<title>a <b>b</b></title>c", "title(#a <b>b</b>)#c")]
    [InlineData("<style>a</style-x>b</style>c", "style(#a</style-x>b)#c")]
    [InlineData("<script>a</scripts>b</script >c", "script(#a</scripts>b)#c")]
    [InlineData("<iframe><p>a</iframe>b", "iframe(#<p>a)#b")]
    [InlineData("a<!-->b", "#a#b")]
    [InlineData("a<!--->b", "#a#b")]
    [InlineData("a<!-- -- > -->b", "#a#b")]
    [InlineData("a<!-- <!-- -->b", "#a#b")]
    [InlineData("a<!doctype html>b<?php x ?>c</ d>e", "#a#b#c#e")]
    [InlineData("<p a='1'b=\"2\"c=3 d>x", "p(#x)")]
    [InlineData("<p/>a<br/>b", "p(#abr()#b)")]
    [InlineData("<x-a/>a", "unknown()#a")]
    [InlineData("<div>a</span></div>b", "div(#a)#b")]
    [InlineData("<span><div>a</span>b</div>c", "span(div(#a#b)#c)")]
    [InlineData("<h2>a</h3>b", "h2(#a)#b")]
    [InlineData("<h2>a</h2 >b", "h2(#a)#b")]
    [InlineData("<p>a<hr>b", "p(#a)hr()#b")]
    [InlineData("<fieldset><legend>a</legend>b</fieldset>", "fieldset(legend(#a)#b)")]
    [InlineData("<details><summary>a</summary>b</details>c", "details(summary(#a)#b)#c")]
    [InlineData("<p>a<", "p(#a<)")]
    [InlineData("<p>a<b", "p(#ab())")]
    public void Parse_Fragment_BuildsTheTreeThatBrowsersBuild(string html, string expected)
    {
        using var page = HtmlParser.Parse(html, CancellationToken.None);

        Assert.Equal(expected, Children(page, 0));
    }

    [Fact]
    public void Parse_HeadWithoutEndTag_EndsItWhereTheBodyBegins()
    {
        using var page = HtmlParser.Parse("<html lang=en><head><title>t</title><meta name=a content=b><p>text", CancellationToken.None);

        Assert.Equal("head(title(#t)meta())p(#text)", Children(page, 0));
        Assert.Equal("en", page.Attribute(0, "lang").ToString());
    }

    private static string Children(HtmlDocument page, int node)
    {
        var text = new System.Text.StringBuilder();
        for (var i = node + 1; i < page.Nodes[node].End; i = page.Nodes[i].End)
        {
            var child = page.Nodes[i];
            text.Append(child.Tag == HtmlTag.Text
                ? "#" + page.Source[child.Start..child.Stop]
                : $"{child.Tag.ToString().ToLowerInvariant()}({Children(page, i)})");
        }

        return text.ToString();
    }
}
