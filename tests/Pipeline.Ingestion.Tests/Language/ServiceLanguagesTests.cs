using Pipeline.Articles.Languages;
using Pipeline.Ingestion.Language.Service;
using Pipeline.Local.LanguageService;

namespace Pipeline.Ingestion.Tests.Language;

public sealed class ServiceLanguagesTests
{
    // Languages that the identifier knows and the service does not list.
    private static readonly string[] NotListed = ["bo", "ckb", "ht", "ig", "is", "lb", "mt", "rw", "tg", "ti", "yo", "zu"];

    [Theory]
    [InlineData("", "en")]
    [InlineData("und", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("zh", "zh-hans")]
    [InlineData("zh-Hant-HK", "zh-hant")]
    [InlineData("zh-TW", "zh-hant")]
    [InlineData("pt", "pt-PT")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("tl", "fil")]
    [InlineData("nn", "no")]
    public void Of_Tag_AsTheServiceWritesIt(string tag, string expected) => Assert.Equal(expected, ServiceLanguages.Of(tag));

    [Fact]
    public void Of_EveryLanguageTheIdentifierGives_IsListedByTheServiceButForThese() =>
        Assert.Equal(NotListed, LanguageIdentifier.Default.Languages.Where(language => !ServiceLanguageList.Has(ServiceLanguages.Of(language))));
}
