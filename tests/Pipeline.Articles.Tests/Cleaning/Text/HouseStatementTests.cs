using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning.Text;

public sealed class HouseStatementTests
{
    private const string Article = """
        The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year.

        Engineers found cracks in two of its five piers in March, and the council could not wait any longer, its speaker said.

        """;

    [Theory]
    [InlineData("The views expressed in this article are those of the author and do not necessarily reflect the editorial policy of Valley Tribune.")]
    [InlineData("Opinions expressed here do not necessarily represent those of this paper.")]
    [InlineData("Island Courier is part of the Regional Media Group, registered office 12 Station Road.")]
    [InlineData("Registered office: 1 High Street, Leeds. Company number 01234567.")]
    public void Clean_StatementOfTheHouse_Gone(string statement)
    {
        Assert.DoesNotContain(statement[..20], CleanerCalls.Article(Article + statement, MediaKind.PlainText).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(statement[..20], CleanerCalls.Article(statement + "\n\n" + Article, MediaKind.PlainText).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The company said on Friday that it had moved its registered office to Dublin, and that no jobs would be lost by that.")]
    [InlineData("The mayor said that the views expressed by the author of the letter were not hers, and that the bridge would be mended.")]
    public void Clean_ArticleSpeaksOfTheSame_Stays(string sentence) =>
        Assert.Contains(sentence, CleanerCalls.Article(Article + sentence + "\n\n" + Article.Replace("bridge", "tunnel", StringComparison.Ordinal), MediaKind.PlainText).Text, StringComparison.Ordinal);

    [Fact]
    public void Clean_FollowUsOnTop_NotTheTitle()
    {
        var title = CleanerCalls.Article("Follow us on Twitter @MetroPost\n\nListen to this article\n\n" + Article, MediaKind.PlainText).Metadata.Title;
        Assert.DoesNotContain("Follow us", title.Value, StringComparison.Ordinal);
    }
}
