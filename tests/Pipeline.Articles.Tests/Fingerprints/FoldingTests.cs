using Pipeline.Articles.Fingerprints;

namespace Pipeline.Articles.Tests.Fingerprints;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("The CAFÉ reopened", "the cafe reopened")]
    [InlineData("cafe\u0301 society", "caf\u00E9 society")]
    [InlineData("\u201CQuoted\u201D \u2018words\u2019", "\"Quoted\" 'words'")]
    [InlineData("first\u2014second", "first - second")]
    [InlineData("so\u00ADft hy\u200Bphen", "soft hyphen")]
    [InlineData("Stra\u00DFe nach K\u00F6ln", "STRASSE nach Koln")]
    [InlineData("\uFB01nal o\uFB03ce", "final office")]
    [InlineData("\uFF21\uFF22\uFF23 \uFF11\uFF12", "abc 12")]
    [InlineData("\u0661\u0662\u0663", "123")]
    [InlineData("\u0967\u0968\u0969", "123")]
    [InlineData("\u0401\u043B\u043A\u0430", "\u0435\u043B\u043A\u0430")]
    [InlineData("\u039F\u03B4\u03CC\u03C2", "\u03BF\u03B4\u03BF\u03C3")]
    [InlineData("\u0643\u0640\u0640\u062A\u064E\u0627\u0628", "\u0643\u062A\u0627\u0628")]
    [InlineData("\u0623\u062D\u0645\u062F", "\u0627\u062D\u0645\u062F")]
    [InlineData("\u0915\u093C\u0932\u092E", "\u0915\u0932\u092E")]
    [InlineData("\uFF76\uFF9E\uFF72\uFF84\uFF9E \u6771\u4EAC \u5927\u962A \u4EAC\u90FD", "\u30AC\u30A4\u30C9\u6771\u4EAC\u5927\u962A\u4EAC\u90FD")]
    [InlineData("\u1112\u1161\u11AB\u1100\u116E\u11A8", "\uD55C\uAD6D")]
    [InlineData("\u5317 \u4EAC \u5E02", "\u5317\u4EAC\u5E02")]
    public void ContentHash_SpellingsOfOneText_AreEqual(string first, string second) =>
        Assert.Equal(Fingerprinter.Of("", second).ContentHash, Fingerprinter.Of("", first).ContentHash);

    [Theory]
    [InlineData("the cat sat", "the cats at")]
    [InlineData("up 12 percent", "up 21 percent")]
    [InlineData("\u0915\u093E\u092E", "\u0915\u092E")]
    [InlineData("\u304B\u304E", "\u304B\u304D")]
    public void ContentHash_DifferentTexts_Differ(string first, string second) =>
        Assert.NotEqual(Fingerprinter.Of("", second).ContentHash, Fingerprinter.Of("", first).ContentHash);

    [Fact]
    public void ContentHash_ShortText_CountsItsTitle() =>
        Assert.NotEqual(Fingerprinter.Of("One", "Read more.").ContentHash, Fingerprinter.Of("Two", "Read more.").ContentHash);

    [Fact]
    public void ContentHash_LongText_LeavesItsTitleOut()
    {
        var text = string.Join(' ', Enumerable.Range(0, 40).Select(number => $"word{number}"));
        Assert.Equal(Fingerprinter.Of("One", text).ContentHash, Fingerprinter.Of("Two", text).ContentHash);
    }

    [Fact]
    public void Fold_TextInOneBlockOrMany_IsCutAtTheSamePlaces()
    {
        // Tokens that cross the borders of vectors and of words of bits, at every offset.
        for (var offset = 0; offset < 140; offset++)
        {
            var padded = new string(' ', offset) + "Straße Zürich 2026 verylongwordthatcrossesborders end";
            Assert.Equal(Fingerprinter.Of("", padded.Trim()).ContentHash, Fingerprinter.Of("", padded).ContentHash);
        }
    }
}
