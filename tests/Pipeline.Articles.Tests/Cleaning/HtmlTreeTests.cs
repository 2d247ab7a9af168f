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
