using FsCheck.Xunit;
using Pipeline.Articles.KeyPhrases;

namespace Pipeline.Articles.Tests.KeyPhrases;

public sealed class LocalKeyPhraseExtractorTests
{
    private const string Article =
        "The power plant was closed. The nuclear power plant is near the coast.\n\nEngineers said the nuclear power plant " +
        "had failed twice. A committee will study the nuclear power plant and its cooling system in May. Lawyers were asked by farmers.";

    private static readonly LocalKeyPhraseExtractor Extractor = new();

    [Fact]
    public void Extract_RepeatedPhrase_RanksFirst()
    {
        var phrases = Extractor.Extract("", Article, "en");
        Assert.Equal("nuclear power plant", phrases[0].Text);
        Assert.Equal(Enumerable.Range(1, phrases.Count), phrases.Select(phrase => phrase.Rank));
    }

    [Fact]
    public void Extract_PluralOfABetterOne_FoldedAway()
    {
        var phrases = Extractor.Extract("", Article + " Nuclear power plants are costly.", "en");
        Assert.DoesNotContain(phrases, phrase => phrase.Text == "Nuclear power plants");
    }

    [Fact]
    public void Extract_VerbsAndFunctionWords_NoPhrases()
    {
        var phrases = Extractor.Extract("", Article, "en");
        Assert.All(phrases, phrase => Assert.DoesNotContain(phrase.Text, (string[])["closed", "failed", "study", "had", "said", "The"]));
    }

    [Fact]
    public void Extract_MoreThanAsked_Cut() =>
        Assert.Equal(2, new LocalKeyPhraseExtractor(2).Extract("", Article, "en").Count);

    [Fact]
    public void Extract_PhraseInTitle_RanksHigher()
    {
        var with = Extractor.Extract("Farmers fear it", Article, "en").First(phrase => phrase.Text == "farmers").Rank;
        var without = Extractor.Extract("", Article, "en").First(phrase => phrase.Text == "farmers").Rank;
        Assert.True(with < without);
    }

    [Fact]
    public void Extract_HeadlineAsFirstLine_RanksAsAGivenTitleDoes()
    {
        var given = Extractor.Extract("Farmers fear it", Article, "en").First(phrase => phrase.Text == "farmers").Rank;
        var first = Extractor.Extract("", "Farmers fear it\n" + Article, "en").First(phrase => phrase.Text == "Farmers").Rank;
        Assert.InRange(first, 1, given);
        var sentence = Extractor.Extract("", Article, "en").First(phrase => phrase.Text == "farmers").Rank;
        Assert.True(first < sentence);
    }

    [Fact]
    public void Extract_LongText_SingleWordsOnlyWhereTheyStandWholeOrInTheHeadline()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => $"The river commission of district {i} met. A flood barrier protects the old harbour town. "));
        var phrases = Extractor.Extract("", text, "en").Select(phrase => phrase.Text).ToList();
        Assert.Contains("flood barrier", phrases);
        Assert.DoesNotContain("barrier", phrases);
        Assert.Contains("barrier", Extractor.Extract("Barrier holds", text, "en").Select(phrase => phrase.Text));
    }

    [Fact]
    public void Extract_LongText_NamesOfTheHeadlineStayWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(i => $"On day {i} Angela Merkel spoke about the flood barrier. Nobody answered. "));
        var phrases = Extractor.Extract("Angela Merkel speaks", text, "en").Select(phrase => phrase.Text).ToList();
        Assert.Contains("Angela Merkel", phrases);
        Assert.DoesNotContain("Merkel", phrases);
    }

    [Fact]
    public void Extract_ShortText_SingleNounsToo() =>
        Assert.Contains(Extractor.Extract("", "The nuclear reactor failed.", "en"), phrase => phrase.Text == "reactor");

    [Theory]
    [InlineData("de", "Die Bundesregierung plant ein neues Gesetz. Das Gesetz der Bundesregierung kommt im Mai.", "Bundesregierung")]
    [InlineData("xx", "Umlilo umkhulu. Umlilo uvuthile.", "Umlilo")]
    public void Extract_OtherLanguage_Phrases(string language, string text, string expected) =>
        Assert.Contains(Extractor.Extract("", text, language), phrase => phrase.Text.Contains(expected, StringComparison.Ordinal));

    [Property(MaxTest = 200)]
    public void Extract_AnyText_NeverThrows(string? title, string? text) => Extractor.Extract(title ?? "", text ?? "", "en");

    [Fact]
    public void Extract_MegabyteOfOneWord_Quick() => Extractor.Extract("", new string('a', 1_000_000), "en");
}
