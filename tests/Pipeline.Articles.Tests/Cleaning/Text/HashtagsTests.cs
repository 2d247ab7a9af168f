using Pipeline.Articles.Cleaning.Text;

namespace Pipeline.Articles.Tests.Cleaning.Text;

public class HashtagsTests
{
    [Theory]
    [InlineData("#WorldNews #Politics")]
    [InlineData("#政治")]
    [InlineData("#one#two")]
    [InlineData("#话题#")]
    [InlineData("＃ニュース ＃政治")]
    public void IsLine_NothingButTags_IsTrue(string line) => Assert.True(Hashtags.IsLine(line));

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#1 in the charts")]
    [InlineData("#MeToo changed the country")]
    [InlineData("#Product2#のレインブーツなら防水・耐久性に優れた天然ゴム素材使用で安心")]
    [InlineData("#話題#新しい橋の建設が始まった")]
    public void IsLine_SentenceThatBeginsWithATag_IsFalse(string line) => Assert.False(Hashtags.IsLine(line));
}
