using Pipeline.Articles.Cleaning.Selection;
using Pipeline.Articles.Formats;
using Pipeline.Articles.Metadata;

namespace Pipeline.Articles.Tests.Cleaning.Consistency;

/// <summary>What blocks of one kind decide together; each page is a list of elements with the model's probability of each.</summary>
public class ConsistencyTests
{
    private const string Text = "Engineers found cracks in the old bridge over the river, and the council could not wait any longer, it said on day";

    [Theory]
    [InlineData(0.9f, 0.8f, 0.35f, true)]
    [InlineData(0.3f, 0.25f, 0.6f, false)]
    public void Judge_UnsureEntryOfAList_FollowsTheList(float first, float second, float unsure, bool isKept) =>
        Assert.Equal(isKept, Kept(("p", 1), ("p", 1), ("p", 1), ("li", first), ("li", second), ("li", unsure), ("p", 1))[5]);

    [Fact]
    public void Judge_EntryOfWhichTheModelIsSure_StaysInAListThatGoes() =>
        Assert.True(Kept(("p", 1), ("p", 1), ("p", 1), ("li", 0.1f), ("li", 0.1f), ("li", 0.1f), ("li", 0.95f), ("p", 1))[6]);

    [Theory]
    [InlineData(0.7f, false)]
    [InlineData(0.95f, true)]
    public void Judge_BlockAloneAmongItsKind_StaysOnlyWhenSure(float score, bool isKept) =>
        Assert.Equal(isKept, Kept(("p", 1), ("p", 1), ("p", 1), ("div", 0.1f), ("div", score), ("div", 0.1f), ("p", 1))[4]);

    [Fact]
    public void Judge_BlockBetweenTwoOfOtherKinds_Stays() =>
        Assert.True(Kept(("p", 1), ("p", 1), ("p", 1), ("div", 0.1f), ("blockquote", 0.7f), ("div", 0.1f), ("p", 1))[4]);

    [Fact]
    public void Judge_UnsureParagraphAmidItsKind_Stays() =>
        Assert.True(Kept(("p", 1), ("p", 1), ("p", 1), ("p", 0.2f), ("p", 1))[3]);

    [Theory]
    [InlineData("p", "blockquote")]
    [InlineData("div", "p")]
    public void Judge_UnsureParagraphAtTheEndOrOfAnotherKind_Goes(string unsure, string last) =>
        Assert.False(Kept(("p", 1), ("p", 1), ("p", 1), (unsure, 0.2f), (last, 1))[3]);

    [Fact]
    public void Judge_ParagraphOfAKindThatMostlyGoes_Goes() =>
        Assert.False(Kept(("p", 1), ("p", 1), ("p", 1), ("p", 0.01f), ("p", 0.01f), ("p", 0.01f), ("p", 0.01f), ("p", 0.2f), ("p", 1))[7]);

    [Fact]
    public void Judge_HeadingBehindAllText_Goes() =>
        Assert.False(Kept(("p", 1), ("p", 1), ("h2", 1), ("p", 0))[2]);

    [Theory]
    [InlineData("a", false)]
    [InlineData("p", true)]
    public void Judge_HeadingOverASectionThatWent_GoesWhereItHadLinks(string section, bool isKept) =>
        Assert.Equal(isKept, Kept(("p", 1), ("p", 1), ("h2", 1), (section, 0), (section, 0), ("h2", 1), ("p", 1))[2]);

    [Fact]
    public void Judge_HeadingOverTextBehindAnAdvertisement_Stays() =>
        Assert.True(Kept(("p", 1), ("p", 1), ("h2", 1), ("a", 0), ("p", 1))[2]);

    [Fact]
    public void Judge_ParagraphsInHeadingElements_Stay() =>
        Assert.True(Kept(("p", 1), ("p", 1), ("h3.", 1), ("a", 0), ("h3.", 1))[4]);

    /// <summary>True for each element that stays. "a" is a paragraph that is a link; a full stop behind the name ends its text as a sentence.</summary>
    private static bool[] Kept(params (string Element, float Score)[] blocks)
    {
        var body = string.Concat(blocks.Select((block, i) => block.Element switch
        {
            "a" => $"<p class=card><a href=/{i}>{Text} {i}</a></p>",
            "h2" => $"<h2>What the council will do about {i}</h2>",
            "h3." => $"<h3>The council met {i} times.</h3>",
            var element => $"<{element}>{Text} {i}.</{element}>",
        }));
        body = body.Replace(".</p><li>", ".</p><ul><li>", StringComparison.Ordinal).Replace(".</li><p>", ".</li></ul><p>", StringComparison.Ordinal);
        var page = $"<html><body><article>{body}</article></body></html>";
        var view = BlockReading.Read(new SourceText { Text = page, Kind = MediaKind.Html, Charset = "utf-8", Given = GivenFields.None }, CancellationToken.None);
        using var html = view.Page!;
        var facts = PageFacts.Read(html);
        var verdicts = BlockJudge.Judge(view, facts, TitleFinder.Find(view, facts, GivenFields.None), [.. blocks.Select(b => b.Score)]);

        Assert.Equal(blocks.Length, view.Count);
        return [.. verdicts.Select(verdict => verdict is null)];
    }
}
