using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Tests.Metadata;

public class DatelineTests
{
    [Theory]
    [InlineData("KYIV, Ukraine (AP) — The minister said on Tuesday", "KYIV, Ukraine", "AP")]
    [InlineData("LONDON, Oct 11 (Reuters) - The minister said on Tuesday", "LONDON", "Reuters")]
    [InlineData("NEW DELHI — The minister said on Tuesday", "NEW DELHI", null)]
    [InlineData("Berlin (dpa) - Der Minister sagte am Dienstag", "Berlin", "dpa")]
    [InlineData("新华社北京10月11日电 部长星期二说", "北京", "新华社")]
    [InlineData("(서울=연합뉴스) 장관은 화요일", "서울", "연합뉴스")]
    public void Read_FirstParagraph_GivesPlaceAndAgency(string paragraph, string? place, string? agency)
    {
        var dateline = Dateline.Read(paragraph);

        Assert.Equal((place, agency), (dateline?.Place, dateline?.Agency));
    }

    [Theory]
    [InlineData("The minister – who was in Kyiv – said so.")]
    [InlineData("He said (again) - and he meant it - that it was over.")]
    [InlineData("A")]
    [InlineData("- ")]
    [InlineData("Well-known - as they are - the rules hold.")]
    public void Read_OtherSentence_HasNone(string paragraph) => Assert.Null(Dateline.Read(paragraph));
}
