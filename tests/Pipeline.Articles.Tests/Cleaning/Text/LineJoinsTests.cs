using Pipeline.Articles.Cleaning.Text;
using Pipeline.Articles.Formats;

namespace Pipeline.Articles.Tests.Cleaning.Text;

public class LineJoinsTests
{
    private const string Wrapped = """
        The council of the small town decided on Monday evening that the old
        bridge over the river would be closed to all cars and lorries from the
        first day of next month, after engineers had found cracks in two of its
        seven pillars.

        Repairs will take at least a year, the mayor said, and the government
        has promised to pay for half of them. Until then drivers have to use the
        road through the neighbouring village, a detour of eleven kilometres that
        many of its people are not looking forward to; the local govern-
        ment there has asked for a long-
        term plan.

        "We have been told for years that nothing could happen," said a baker who
        lives beside the bridge. "Now it has, and nobody seems to be surprised."
        """;

    [Fact]
    public void Read_LinesBrokenAtAWidth_AreWholeParagraphs()
    {
        var article = CleanerCalls.Article(Wrapped, MediaKind.PlainText);

        var paragraphs = article.Text.Split("\n\n");
        Assert.Equal(3, paragraphs.Length);
        Assert.StartsWith("The council of the small town decided on Monday evening that the old bridge over the river", paragraphs[0], StringComparison.Ordinal);
        Assert.EndsWith("found cracks in two of its seven pillars.", paragraphs[0], StringComparison.Ordinal);
        Assert.EndsWith("the local government there has asked for a long-term plan.", paragraphs[1], StringComparison.Ordinal);
        AuditChecks.AccountsForAll(Wrapped, article);
    }

    [Fact]
    public void Read_SentencesCutAtLinks_AreJoined()
    {
        const string Cut = """
            The report on the bridges of the country, which the
            ministry of transport
            published on Friday, counts four thousand that are in need of repair
            , and its authors say that the number will rise within the next few years.
            Nobody was willing to say how much money that would take, or who would have to give it.
            """;

        var article = CleanerCalls.Article(Cut, MediaKind.PlainText);

        Assert.StartsWith(
            "The report on the bridges of the country, which the ministry of transport published on Friday, counts four thousand that are in need of repair, and its authors",
            article.Text,
            StringComparison.Ordinal);
        Assert.Equal(2, article.Text.Split("\n\n").Length);
        AuditChecks.AccountsForAll(Cut, article);
    }

    [Theory]
    [InlineData("Home", "about us")]
    [InlineData("He said that he would go.", "iPhone sales rose.")]
    [InlineData("The following things are needed:", "a hammer and nails")]
    [InlineData("A line of a list that is rather long", "* another entry of it")]
    [InlineData("Line of a poem that ends with a comma,", "- and a dash")]
    [InlineData("The headline of another article", "The minister said that he would go.")]
    public void GoesOn_LinesThatStandAlone_AreNotJoined(string line, string next) => Assert.False(LineJoins.GoesOn(line, next, 0, false));

    [Fact]
    public void Find_ParagraphsOfALineEach_HaveNoWidth()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 12).Select(i => string.Concat(Enumerable.Repeat($"Sentence {i} of many words. ", 4 + (i % 5)))));

        Assert.Equal(0, WrapWidth.Find(text));
    }

    [Fact]
    public void Find_Menu_HasNoWidth()
    {
        var menu = string.Join('\n', Enumerable.Range(1, 60).Select(i => $"Category {i} of the great many in this long menu{new string('!', i % 7)}"));

        Assert.Equal(0, WrapWidth.Find(menu));
    }

    [Fact]
    public void Find_ChineseBrokenAtAWidth_IsFound()
    {
        const string Sentence = "这座桥已经有一百多年的历史了市长说修理工作至少需要一年时间政府答应支付一半的费用司机们只能绕道走附近的村子里的小路很多居民对此并不高兴。";
        var text = string.Concat(Enumerable.Repeat(Sentence, 4));
        var lines = string.Join('\n', text.Chunk(30).Select(chunk => new string(chunk)));

        Assert.Equal(30, WrapWidth.Find(lines));
        Assert.Equal(text, CleanerCalls.Article(lines, MediaKind.PlainText).Text);
    }
}
