using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Cleaning.Sites;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

/// <summary>Received text = kept spans + removed spans, exactly; and every character of the article leads back to its source.</summary>
public class AuditPropertyTests
{
    private static readonly string[] HtmlPieces =
    [
        "<p>The minister said on Tuesday that the plan would go ahead, despite the protests of many.</p>", "<div class='share'>", "</div>", "<b>bold &amp; brave</b>", "<br>",
        "<script>var x = '</p>';</script>", "<!-- comment -->", "<table><tr><td>cell", "</table>", "&nbsp;&rsquo;&#8217;&#x1F600;&bogus;", "<a href='/x'>A link to another story</a>",
        "<li>item", "<p>", "</p>", "<", ">", "&", "  \r\n\t ", "\u200B", "Zürich café 北京市", "<h1>A headline of the page</h1>", "<![CDATA[ data ]]>", "<p hidden>", "</span>", "<unknown-tag a=\"b>c\" d='e", "'>",
        "It was the third such meeting this year, and nobody expected it to be the last one of them all. ", "© 2024 All rights reserved", "<nav>", "</nav>", "<title>A title | Site</title>", "\uD83D", "<svg/>",
    ];

    private static readonly string[] TextPieces =
    [
        "The minister said on Tuesday that the plan would go ahead, despite the protests of many people.\n", "\n", "\r\n\r\n", "Menu | Home | News\n", "  ", "\t", "# Heading\n", "* item of a list\n", "[link](http://example.org/a(b)c \"t\")",
        "![image](x.png)", "[", "]", "](", "**bold**", "_", "`code`", "| a | b |\n", "---|---\n", "<b>tag</b>", "<http://example.org>", "Copyright © 2024 Somebody\n", "Share on Facebook\n", "#tag #other\n", "&amp;&nbsp;&lt;",
        "\u200Bzero\u00ADwidth ", "The New York TimesNorth Korea and North Korea again, as the technologywhich it has.\n", "北京市的天气很好，我们去公园。\n", "Source: http://example.org/x\n", "\\*", "\uDC00", "ﬁnd", "\u2028", "Vladimir Putin\n",
    ];

    [Property(MaxTest = 300)]
    public Property Clean_AnyHtml_AccountsForEveryCharacter() => Prop.ForAll(Pieces(HtmlPieces), text => Check(text, MediaKind.Html));

    [Property(MaxTest = 300)]
    public Property Clean_AnyText_AccountsForEveryCharacter() => Prop.ForAll(Pieces(TextPieces), text => Check(text, MediaKind.PlainText));

    [Property(MaxTest = 300)]
    public Property Clean_AnyMarkdown_AccountsForEveryCharacter() => Prop.ForAll(Pieces(TextPieces), text => Check(text, MediaKind.Markdown));

    private static Arbitrary<string> Pieces(string[] pieces) =>
        Gen.Elements(pieces).ListOf().Select(list => string.Concat(list)).ToArbitrary();

    private static void Check(string text, MediaKind kind)
    {
        // A paragraph is put before and after, so that most samples hold an article at all.
        const string Prose = "A first paragraph that is long enough to count as running text, with a comma, and with a full stop at its end.";
        var received = kind == MediaKind.Html ? $"<p>{Prose}</p>{text}<p>{Prose.ToUpperInvariant()}</p>" : $"{Prose}\n{text}\n{Prose.Replace("first", "last", StringComparison.Ordinal)}\n";
        var source = new SourceText { Text = received, Kind = kind, Charset = "utf-8" };
        var cleaner = new ArticleCleaner(new NoLanguages());
        var result = cleaner.Clean(source, new CleaningContext { Site = "crier.example" }, CancellationToken.None);
        if (result.Article is not { } article)
        {
            return;
        }

        AuditChecks.AccountsForAll(received, article);

        // Again, in a site that carries every third of its lines in three other articles.
        var shown = result.Observation! with { Lines = [.. result.Observation.Lines.Where((_, i) => i % 3 == 0)] };
        var memory = Enumerable.Range(1, 3).Aggregate(SiteSketch.Empty, (sketch, i) => sketch.With(shown with { Body = [(uint)i] }, "article " + i, i));
        var again = cleaner.Clean(source, new CleaningContext { Site = "crier.example", Memory = memory }, CancellationToken.None);
        if (again.Article is { } remembered)
        {
            AuditChecks.AccountsForAll(received, remembered);
        }
    }
}
