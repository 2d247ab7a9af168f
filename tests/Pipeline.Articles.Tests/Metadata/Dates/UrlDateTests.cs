using Pipeline.Articles.Metadata.Dates;

namespace Pipeline.Articles.Tests.Metadata.Dates;

public class UrlDateTests
{
    [Theory]
    [InlineData("https://example.org/2023/12/22/the-plan/", "2023-12-22")]
    [InlineData("https://example.org/news/2023-12-22-the-plan", "2023-12-22")]
    [InlineData("https://example.org/a/20231222/plan.html", "2023-12-22")]
    [InlineData("https://example.org/2023/dec/22/the-plan", "2023-12-22")]
    [InlineData("https://example.org/2023/12/the-plan", null)]
    [InlineData("https://example.org/article/2312222023", null)]
    [InlineData("https://example.org/1234567/20231299/x", null)]
    [InlineData(null, null)]
    public void Find_Path_GivesItsDay(string? url, string? day) => Assert.Equal(day, UrlDate.Find(url, default)?.Value);
}
