using Pipeline.Articles.Cleaning;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Languages;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Tests.Metadata;

/// <summary>Metadata of text dumps, which have nothing but lines.</summary>
public class TextMetadataTests
{
    private const string Body = """
        KYIV, Ukraine (AP) — The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year.

        Engineers found cracks in two of its five piers in March. "We could not wait any longer," said the head of the works.

        Drivers will have to take the motorway bridge, four kilometres to the north, until the work has been finished.
        """;

    [Theory]
    [InlineData("By Jane Doe\nMay 4, 2024 6:30 AM EDT", "Jane Doe", "2024-05-04T06:30:00-04:00")]
    [InlineData("Jane Doe\n\nMay 4, 2024", "Jane Doe", "2024-05-04")]
    [InlineData("By\nJane Doe\n\nUpdated: May 5, 2024\nPublished: May 4, 2024", "Jane Doe", "2024-05-04")]
    [InlineData("Dec 19, 2023 by Jane Doe", "Jane Doe", "2023-12-19")]
    public void Clean_LinesBelowTheHeadline_GiveAuthorAndDate(string lines, string author, string date)
    {
        var metadata = Read($"River bridge closes for a whole year\n\n{lines}\n\n{Body}");

        Assert.Equal("River bridge closes for a whole year", metadata.Title.Value);
        Assert.Equal((author, "text"), (Assert.Single(metadata.Authors).Value, metadata.Authors[0].Source));
        Assert.Equal(date, metadata.Published?.Value);
    }

    [Fact]
    public void Clean_NoByline_TakesTheAgencyOfTheDateline()
    {
        var metadata = Read($"River bridge closes for a whole year\n\n{Body}");

        Assert.Equal(("AP", "dateline"), (Assert.Single(metadata.Authors).Value, metadata.Authors[0].Source));
        Assert.Equal("KYIV, Ukraine", metadata.Dateline?.Value);
        Assert.Null(metadata.Published);
    }

    [Fact]
    public void Clean_DateAfterTheReceipt_IsNotTaken()
    {
        var received = new DateTimeOffset(2024, 5, 4, 12, 0, 0, TimeSpan.Zero);

        Assert.Null(Read($"River bridge closes for a whole year\n\nMay 24, 2024\n\n{Body}", received).Published);
        Assert.Equal("2024-05-04", Read($"River bridge closes for a whole year\n\nMay 4, 2024\n\n{Body}", received).Published?.Value);
    }

    [Theory]
    [InlineData("© 2019 The Town Crier. All rights reserved.", "The Town Crier")]
    [InlineData("Copyright © 2001–2019, The Town Crier", "The Town Crier")]
    [InlineData("Copyright © 24crier.example · World News", "24crier.example")]
    public void Clean_CopyrightLine_NamesTheHolderAndNoDate(string line, string holder)
    {
        var metadata = Read($"River bridge closes for a whole year\n\n{Body}\n\n{line}");

        Assert.Equal((holder, "copyright"), (metadata.CopyrightHolder?.Value, metadata.CopyrightHolder?.Source));
        Assert.Null(metadata.Published);
    }

    [Theory]
    [InlineData("Source: Xinhua", "Xinhua", null)]
    [InlineData("Source: https://crier.example/local/bridge?utm_source=feed", null, "https://crier.example/local/bridge")]
    [InlineData("URL: https://crier.example/local/bridge", null, "https://crier.example/local/bridge")]
    public void Clean_SourceLine_GivesOriginOrUrl(string line, string? origin, string? url)
    {
        var metadata = Read($"River bridge closes for a whole year\n\n{Body}\n\n{line}");

        Assert.Equal((origin, url), (metadata.Origin?.Value, metadata.CanonicalUrl?.Value));
    }

    [Fact]
    public void Clean_DumpThatBeginsWithThePagesTitle_TakesTheLineThatSharesItsWords() => Assert.Equal(
        "River bridge will be closed for a whole year, council says",
        Read($"Bridge over river closed whole year, says council | Town Crier\n\nMenu\n\nMost read stories of this week in town\n\nRiver bridge will be closed for a whole year, council says\n\nPhotograph of the works in March\n\n{Body}").Title.Value);

    [Fact]
    public void Clean_FrontMatter_IsGivenAndGoesUnderItsOwnRule()
    {
        const string Front = "---\ntitle: River bridge closes\nsummary: A long sentence that could well be a paragraph of the article, since it has a comma and ends in a full stop.\n---\n";
        var source = EntryDecoder.Decode(new RawEntry { Bytes = System.Text.Encoding.UTF8.GetBytes(Front + Body), Kind = MediaKind.Markdown }).Text!;

        var article = new ArticleCleaner(LanguageIdentifier.Default).Clean(source, CancellationToken.None).Article!;

        Assert.StartsWith("KYIV, Ukraine (AP)", article.Text, StringComparison.Ordinal);
        Assert.Equal(("River bridge closes", "given"), (article.Metadata.Title.Value, article.Metadata.Title.Source));
        Assert.Contains(article.Audit.Removed, removed => removed.Rule == "front-matter" && removed.Span.End >= Front.Length - 5);
    }

    [Theory]
    [InlineData("By Jane Doe and John Roe of the Town Crier")]
    [InlineData("Saturday December 30, 2023 10:00 PM EST")]
    [InlineData("A view of the old bridge. Photo by John Roe/Getty Images")]
    public void Clean_LineThatOnlyLooksLikeAHeadline_IsNotTheTitle(string line) =>
        Assert.Equal("River bridge closes for a whole year", Read($"River bridge closes for a whole year\n\n{line}\n\n{Body}").Title.Value);

    private static ArticleMetadata Read(string text, DateTimeOffset? received = null) =>
        new ArticleCleaner(LanguageIdentifier.Default)
            .Clean(new SourceText { Text = text, Kind = MediaKind.PlainText, Charset = "utf-8" }, new CleaningContext { ReceivedAt = received }, CancellationToken.None).Article!.Metadata;
}
