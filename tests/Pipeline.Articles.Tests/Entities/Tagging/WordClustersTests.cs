using Pipeline.Articles.Entities.Tagging;

namespace Pipeline.Articles.Tests.Entities.Tagging;

public sealed class WordClustersTests
{
    [Fact]
    public void Of_WordsOfOneKind_OneMiddleClusterAndFineOnesWithin()
    {
        var (monday, tuesday) = (Of("monday"), Of("tuesday"));
        Assert.Equal(monday, tuesday);
        Assert.NotEqual(0, monday.Fine);
    }

    [Fact]
    public void Of_UnknownWord_Zeros() => Assert.Equal((0, 0, 0), Of("qwxzzyvaborq"));

    [Fact]
    public void Rarity_CommonWord_LessThanRareAndUnknown()
    {
        Assert.True(Rarity("the") < Rarity("election"));
        Assert.True(Rarity("election") < Rarity("zoosanitary"));
        Assert.True(Rarity("zoosanitary") <= Rarity("qwxzzyvaborq"));

        static double Rarity(string word) => WordClusters.Default.Rarity(FeatureHash.Lower(word));
    }

    private static (int Coarse, int Middle, int Fine) Of(string word) => WordClusters.Default.Of(FeatureHash.Lower(word));
}
