using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Tests.Metadata;

public class UrlNormaliserTests
{
    [Theory]
    [InlineData("https://Example.org/a?utm_source=x&id=7#top", "https://example.org/a?id=7")]
    [InlineData("http://example.org:80/a", "http://example.org/a")]
    [InlineData("https://example.org:8443/a", "https://example.org:8443/a")]
    [InlineData("//example.org/a", "https://example.org/a")]
    [InlineData("https://example.org/a?fbclid=1&gclid=2", "https://example.org/a")]
    public void Normalise_HttpUrl_DropsWhatIsNotThePage(string url, string expected) => Assert.Equal(expected, UrlNormaliser.Normalise(url));

    [Theory]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("mailto:a@example.org")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    public void Normalise_AnythingElse_ReturnsNull(string url) => Assert.Null(UrlNormaliser.Normalise(url));

    [Fact]
    public void Normalise_RelativeUrl_NeedsTheBase() =>
        Assert.Equal("https://example.org/b", UrlNormaliser.Normalise("/b", "https://example.org/a/c"));
}
