using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Tests.Cleaning.Text;

public class PhrasesTests
{
    [Theory]
    [InlineData("Share this article", (uint)PhraseKind.Share)]
    [InlineData("SUBSCRIBE to our NEWSLETTER", (uint)PhraseKind.Subscribe)]
    [InlineData("1,204 views", (uint)PhraseKind.Views)]
    [InlineData("(AFP) A storm", (uint)PhraseKind.ImageCredit)]
    [InlineData("Źródło: agencja", (uint)PhraseKind.Source)]
    [InlineData("все права защищены", (uint)PhraseKind.Copyright)]
    [InlineData("分享", (uint)PhraseKind.Share)]
    [InlineData("この記事をシェア", (uint)PhraseKind.Share)]
    public void Find_FurnitureInAnyLanguage_NamesItsKind(string text, uint kind)
    {
        var masks = new CharacterMasks();
        masks.Fill(text);

        Assert.Equal((PhraseKind)kind, Phrases.Find(text) & (PhraseKind)kind);
        Assert.Equal((PhraseKind)kind, Phrases.Find(text, masks) & (PhraseKind)kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("The storm moved on to the north during the night")]
    public void Find_NothingOfFurniture_FindsNothing(string text) => Assert.Equal(PhraseKind.None, Phrases.Find(text));
}
