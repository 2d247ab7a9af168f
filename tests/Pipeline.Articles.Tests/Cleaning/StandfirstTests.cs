using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Tests.Cleaning;

public class StandfirstTests
{
    private const string Page = """
        <html><body><article><h1>River bridge closes for a year</h1>
        <p>Read this later</p>
        <p>Drivers face a long detour while its cracked piers are mended</p>
        <p>The old bridge over the river will be closed from Monday, the city council said, and it will stay closed for a year.</p>
        <p>Engineers found cracks in two of its five piers in March, and the head of the works could not wait any longer.</p>
        <p>Sign up for the letter that we send about the bridges of the town</p></article></body></html>
        """;

    [Theory]
    [InlineData(0.3f, true)]
    [InlineData(0.1f, false)]
    public void Judge_FirstTextUnderTheHeadline_NeedsHalfTheBar(float score, bool isKept)
    {
        var verdicts = Judge([0.1f, 0.3f, score, 0.9f, 0.9f, 0.1f]);

        Assert.Equal(isKept, verdicts[2] is null);
        Assert.NotNull(verdicts[1]);
        Assert.Null(verdicts[3]);
    }

    [Fact]
    public void Judge_LaterTextOfTheSameScore_NeedsTheWholeBar()
    {
        var verdicts = Judge([0.1f, 0.1f, 0.9f, 0.9f, 0.9f, 0.3f]);

        Assert.NotNull(verdicts[5]);
    }

    private static string?[] Judge(float[] scores)
    {
        var view = BlockReading.Read(new SourceText { Text = Page, Kind = MediaKind.Html, Charset = "utf-8", Given = GivenFields.None }, CancellationToken.None);
        Assert.Equal(scores.Length, view.Count);
        var facts = PageFacts.Read(view.Page!);
        return BlockJudge.Judge(view, facts, TitleFinder.Find(view, facts, GivenFields.None), scores);
    }
}
