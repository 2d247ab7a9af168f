using FsCheck.Xunit;
using Pipeline.Local.Comparing;

namespace Pipeline.Local.Tests.Comparing;

public sealed class MentionComparerTests
{
    [Fact]
    public void Compare_SamePlaceAndCategory_Agreed()
    {
        var kim = new FoundMention("Kim", "Person", 0, 3);
        var difference = MentionComparer.Compare([kim], [kim]);
        Assert.Equal([kim], difference.Agreed);
        Assert.Empty(difference.Differing);
    }

    [Fact]
    public void Compare_SamePlaceOtherCategory_Differing()
    {
        var (local, azure) = (new FoundMention("Korean", "PersonType", 5, 6), new FoundMention("Korean", "Location", 5, 6));
        Assert.Equal([new Pair<FoundMention>(local, azure)], MentionComparer.Compare([local], [azure]).Differing);
    }

    [Fact]
    public void Compare_OverlappingWords_DifferingOnceEach()
    {
        var local = new FoundMention("President Putin", "Person", 10, 15);
        FoundMention[] azure = [new("President", "PersonType", 10, 9), new("Putin", "Person", 20, 5)];
        var difference = MentionComparer.Compare([local], azure);
        Assert.Equal([new Pair<FoundMention>(local, azure[0])], difference.Differing);
        Assert.Equal([azure[1]], difference.OnlyAzure);
    }

    [Fact]
    public void Compare_Apart_OnlyThere()
    {
        FoundMention[] local = [new("Oslo", "Location", 0, 4), new("Rome", "Location", 20, 4)];
        FoundMention[] azure = [new("Bern", "Location", 10, 4), new("Kyiv", "Location", 30, 4)];
        var difference = MentionComparer.Compare(local, azure);
        Assert.Equal(local, difference.OnlyLocal);
        Assert.Equal(azure, difference.OnlyAzure);
    }

    [Property(MaxTest = 200)]
    public void Compare_AnyMentions_EachCountedOnce(byte[] ours, byte[] theirs)
    {
        var (local, azure) = (Mentions(ours), Mentions(theirs));
        var difference = MentionComparer.Compare(local, azure);
        Assert.Equal(local.Count, difference.Agreed.Count + difference.Differing.Count + difference.OnlyLocal.Count);
        Assert.Equal(azure.Count, difference.Agreed.Count + difference.Differing.Count + difference.OnlyAzure.Count);
    }

    // Mentions one after the other, as a provider gives them.
    private static List<FoundMention> Mentions(byte[] gaps)
    {
        var (mentions, at) = (new List<FoundMention>(), 0);
        foreach (var gap in gaps)
        {
            var mention = new FoundMention("x", gap % 3 == 0 ? "Person" : "Location", at + (gap % 4), 1 + (gap % 5));
            mentions.Add(mention);
            at = mention.End;
        }

        return mentions;
    }
}
