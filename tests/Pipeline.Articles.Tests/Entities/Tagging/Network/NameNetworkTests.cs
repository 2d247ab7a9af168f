using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Articles.Tokens;

namespace Pipeline.Articles.Tests.Entities.Tagging.Network;

public sealed class NameNetworkTests
{
    private const int Width = TagSet.Width;

    private static readonly Lazy<NameNetwork> Shipped = new(() =>
    {
        using var reader = ModelFile.Open("names-network.bin");
        return NameNetwork.Read(reader, WordVectorTable.Default);
    });

    [Fact]
    public void Read_ShippedFile_NothingLeftOver()
    {
        using var reader = ModelFile.Open("names-network.bin");
        _ = NameNetwork.Read(reader, WordVectorTable.Default);
        Assert.Equal(-1, reader.BaseStream.ReadByte());
    }

    [Fact]
    public void Read_FileCutShort_Throws()
    {
        using var reader = new BinaryReader(new MemoryStream(new byte[1000]));
        Assert.Throws<EndOfStreamException>(() => NameNetwork.Read(reader, WordVectorTable.Default));
    }

    [Fact]
    public void Score_PersonAndPlace_TagsOfTheirKinds()
    {
        var scores = Score("Officials said Wanjiru Kamau lives in Nairobi.", new NetworkWork());
        Assert.True(scores[(2 * Width) + TagSet.Begin(0)] > scores[(2 * Width) + TagSet.Begin(2)]);
        Assert.True(scores[(6 * Width) + TagSet.Single(1)] > scores[(6 * Width) + TagSet.Single(0)]);
        Assert.True(scores[Width + TagSet.Outside] > scores[Width + TagSet.Single(0)]);
    }

    [Fact]
    public void Score_BuffersOfALongerSentence_SameScores()
    {
        var work = new NetworkWork();
        Score(string.Join(' ', Enumerable.Repeat("Nairobi", 300)), work);
        Assert.Equal(Score("She met Joko Widodo.", new NetworkWork()), Score("She met Joko Widodo.", work));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("\uD83D")]
    [InlineData("👩‍👩‍👧 👍🏽 Ålesund")]
    [InlineData("محمد قال MOHAMMED في القاهرة")]
    [InlineData("PRESIDENT WIDODO MET EXECUTIVES OF GARUDA INDONESIA IN JAKARTA")]
    [InlineData("Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu 12345678901234567890")]
    public void Score_OddText_FiniteNumbers(string text) => Assert.All(Score(text, new NetworkWork()), score => Assert.True(float.IsFinite(score)));

    private static float[] Score(string text, NetworkWork work)
    {
        var document = DocumentWords.Of(new TokenLine(text, Tokeniser.Read(text)));
        var scores = new float[document.Words.Length * Width];
        Shipped.Value.Score(document, [new(0, document.Words.Length)], scores, work);
        return scores;
    }
}
