using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Tests.Metadata;

public class TitleMakerTests
{
    [Fact]
    public void Make_ReportedSentence_LeavesOutWhoReportedIt() =>
        Assert.Equal("The bridge will close for repairs in the spring", TitleMaker.Make("The city council said on Monday that the bridge will close for repairs in the spring."));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("...")]
    public void Make_HardlyAnyText_DoesNotThrow(string text) => Assert.True(TitleMaker.Make(text).Length <= text.Length);

    [Fact]
    public void Make_VeryLongSentence_CutsItAtAWord()
    {
        var title = TitleMaker.Make(string.Join(' ', Enumerable.Repeat("word", 200)) + ".");

        Assert.InRange(title.Length, 20, 111);
        Assert.EndsWith("word…", title, StringComparison.Ordinal);
    }
}
