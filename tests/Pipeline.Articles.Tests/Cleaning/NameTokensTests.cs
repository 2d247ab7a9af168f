using Pipeline.Articles.Cleaning.Html;
using Pipeline.Articles.Cleaning.Learning;

namespace Pipeline.Articles.Tests.Cleaning;

public class NameTokensTests
{
    [Fact]
    public void Read_NameOfTwoWords_GivesTheWordsAndTheName() => Assert.Equal(3, Names("<p class='entry-title'>").Count);

    [Fact]
    public void Read_SameWordsInOtherSpelling_GivesTheSameWords() =>
        Assert.Superset(Names("<p class='title'>"), Names("<p class='entryTitle'>").Intersect(Names("<p class='entry_title'>")).ToHashSet());

    [Fact]
    public void Read_SameNameElsewhere_MeansSomethingElse() =>
        Assert.Empty(Names("<p class='sidebar'>").Intersect(Names("<p class='sidebar'>", NameScope.Far)));

    [Fact]
    public void Read_MoreNamesThanRoom_StopsThere() =>
        Assert.True(Names("<p class='" + string.Join(' ', Enumerable.Range(0, 200).Select(i => (char)('a' + (i % 26)) + "x" + (char)('a' + (i / 26)))) + "'>").Count <= NameTokens.Most);

    [Fact]
    public void Read_LinkTarget_IgnoresTheArticlesOwnName() =>
        Assert.Equal(Names("<a href='/sport/a-long-headline'>", NameScope.Link), Names("<a href='/sport/another-headline-of-ours'>", NameScope.Link));

    private static HashSet<int> Names(string tag, NameScope scope = NameScope.Own)
    {
        using var page = HtmlParser.Parse(tag, CancellationToken.None);
        var buckets = new int[NameTokens.Most];
        return [.. buckets[..NameTokens.Read(page, 1, scope, buckets)]];
    }
}
