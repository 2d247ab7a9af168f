using Pipeline.Articles.Entities.Patterns;
using Pipeline.Articles.Entities.Tagging;
using Pipeline.Articles.Entities.Tagging.Network;
using Pipeline.Articles.Networks;
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

    [Fact]
    public void Score_SentencesTogetherOrOneByOne_SameBits()
    {
        const string Text = "She met Joko Widodo. Nobody spoke. Officials of Garuda Indonesia said in Jakarta on Monday that Wanjiru Kamau had left. Ade Bello sang.";
        var document = DocumentWords.Of(new TokenLine(Text, Tokeniser.Read(Text)));
        var sentences = new List<SentenceRun>();
        for (var start = 0; start < document.Words.Length; start += sentences[^1].Count)
            sentences.Add(new(start, Sentences.End(document.Line, start) - start));
        var (together, alone) = (new float[document.Words.Length * Width], new float[document.Words.Length * Width]);
        Shipped.Value.Score(document, [.. sentences], together, new NetworkWork());
        foreach (var sentence in sentences)
            Shipped.Value.Score(document, [sentence], alone, new NetworkWork());
        Assert.Equal(4, sentences.Count);
        Assert.Equal(alone, together);
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
