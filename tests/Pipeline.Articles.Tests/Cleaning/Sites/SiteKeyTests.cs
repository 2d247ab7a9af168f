using Pipeline.Articles.Cleaning.Sites;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning.Sites;

public class SiteKeyTests
{
    [Theory]
    [InlineData("<html><head><link href='https://www.Crier.example/a/b' rel=canonical></head><body>", "crier.example")]
    [InlineData("<meta property='og:site_name' content='Town Crier'><meta property='og:url' content='http://crier.example/a'>", "crier.example")]
    [InlineData("<meta property='og:site_name' content='The Town Crier!'><p>text", "=the town crier")]
    [InlineData("<link rel=canonical href='/relative'><p>text", null)]
    [InlineData("<body><link rel=canonical href='https://crier.example/a'>", null)]
    [InlineData("<", null)]
    [InlineData("<link rel=canonical href='", null)]
    public void Find_Page_GoesByTheUrlOfItsHead(string page, string? expected) => Assert.Equal(expected, Find(page, MediaKind.Html));

    [Theory]
    [InlineData("Bridge closes for a year | The Town Crier\nMenu\n", "=the town crier")]
    [InlineData("Bridge closes for a year\nText.\n© 2024 Town Crier, Inc. All rights reserved.\n", "=town crier")]
    [InlineData("[a](https://crier.example/1) [b](https://crier.example/2) [c](https://www.crier.example/3) [d](https://facebook.com/x)", "crier.example")]
    [InlineData("Bridge closes for a year\nText.\n", null)]
    [InlineData("", null)]
    public void Find_Text_GoesByLinksTitleOrCopyright(string text, string? expected) => Assert.Equal(expected, Find(text, MediaKind.PlainText));

    [Fact]
    public void Find_GivenUrl_Wins() => Assert.Equal("given.example", SiteKey.Find(new SourceText
    {
        Text = "<link rel=canonical href='https://crier.example/a'>", Kind = MediaKind.Html, Charset = "utf-8", Given = new GivenFields { Url = "https://given.example/x" },
    }));

    private static string? Find(string text, MediaKind kind) => SiteKey.Find(new SourceText { Text = text, Kind = kind, Charset = "utf-8" });
}
