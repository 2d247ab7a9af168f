using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning;

public class NotAnArticleTests
{
    [Theory]
    [InlineData("<html><body><div id=root></div><script>render()</script></body></html>", "script")]
    [InlineData("<title>404 Not Found</title><h1>404 Not Found</h1><p>The page you asked for is not on this server, so there is nothing that we can show to you here.</p>", "error page")]
    [InlineData("<title>Site</title><p>We use cookies. Accept our cookie policy to go on.</p><button>Accept</button>", "consent")]
    [InlineData("<title>Site</title><form><label>Name <input></label><a href=/x>Log in</a> <a href=/y>Create account</a></form>", "log-in")]
    [InlineData("<title>Site</title><ul><li><a href=/a>First headline here</a><li><a href=/b>Second headline here</a><li><a href=/c>Third headline here</a></ul>", "home page")]
    public void Clean_PageWithoutArticle_SaysWhatItIs(string page, string word)
    {
        var rejection = CleanerCalls.Clean(page, MediaKind.Html).Rejection;

        Assert.Equal(RejectionCategory.NoArticle, rejection?.Category);
        Assert.Contains(word, rejection!.Reason, StringComparison.Ordinal);
    }
}
