using Pipeline.Articles.Entities;

namespace Pipeline.Articles.Tests.Entities.Tagging;

public sealed class TrainedNamesTests
{
    private static readonly LocalEntityRecogniser Recogniser = new();

    [Theory]
    [InlineData("Officials in Nairobi said Wanjiru Kamau would chair the Kenya Ports Authority.", "Wanjiru Kamau", EntityCategory.Person)]
    [InlineData("Officials in Nairobi said Wanjiru Kamau would chair the Kenya Ports Authority.", "Kenya Ports Authority", EntityCategory.Organization)]
    [InlineData("Officials in Nairobi said Wanjiru Kamau would chair the Kenya Ports Authority.", "Nairobi", EntityCategory.Location)]
    [InlineData("Kim Jong-un inspected a destroyer near Wonsan.", "Kim Jong-un", EntityCategory.Person)]
    [InlineData("The coalition withdrew from Mosul in March.", "Mosul", EntityCategory.Location)]
    [InlineData("Analysts said on Tuesday that al-Qaida had lost its bases.", "al-Qaida", EntityCategory.Organization)]
    [InlineData("The statement was first read out by al-Jazeera on Tuesday.", "al-Jazeera", EntityCategory.Organization)]
    [InlineData("Ministers met President Bashar al-Assad in Damascus.", "Bashar al-Assad", EntityCategory.Person)]
    [InlineData("On Monday Ursula von der Leyen told the European Parliament to wait.", "Ursula von der Leyen", EntityCategory.Person)]
    [InlineData("Many Muslims and Polish workers joined the march.", "Muslims", EntityCategory.PersonType)]
    public void Recognise_NewsSentence_NameWithCategory(string text, string name, EntityCategory category) =>
        Assert.Contains(Recogniser.Recognise(text, "en"), mention => mention.Text == name && mention.Category == category);

    [Fact]
    public void Recognise_OtherLanguage_NotTheEnglishModel() =>
        Assert.Equal("rules", LocalEntityRecogniser.Coverage("fr"));

    [Fact]
    public void Recognise_ManyThreads_SameAnswer()
    {
        const string Text = "President Joko Widodo met executives of Garuda Indonesia in Jakarta on Friday.";
        var expected = Recogniser.Recognise(Text, "en");
        Parallel.For(0, 50, _ => Assert.Equal(expected, Recogniser.Recognise(Text, "en")));
    }
}
