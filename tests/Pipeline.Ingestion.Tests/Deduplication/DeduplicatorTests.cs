using Pipeline.Articles.Fingerprints;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication;

namespace Pipeline.Ingestion.Tests.Deduplication;

public sealed class DeduplicatorTests
{
    private readonly Fixture _fixture = new();

    [Fact]
    public async Task JudgeAsync_NewStory_FoundsACluster()
    {
        var verdict = await _fixture.JudgeAsync("a", _fixture.Story());
        Assert.Equal((DuplicateKind.None, null, "a", true), (verdict.Kind, verdict.Of, verdict.ClusterId, verdict.IsCanonical));
    }

    [Fact]
    public async Task JudgeAsync_SameTextInOtherTypography_IsExact()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        var verdict = await _fixture.JudgeAsync("b", text.ToUpperInvariant().Replace(" ", "  "), minute: 1);
        Assert.Equal((DuplicateKind.Exact, "a", "a", false), (verdict.Kind, verdict.Of, verdict.ClusterId, verdict.IsCanonical));
        Assert.Equal(EvidenceKind.Content, verdict.Evidence.By);
    }

    [Fact]
    public async Task JudgeAsync_CutCopy_IsNearWithItsEvidence()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        var verdict = await _fixture.JudgeAsync("b", RaceStories.Cut(text), minute: 1);
        Assert.Equal((DuplicateKind.Near, "a", "a"), (verdict.Kind, verdict.Of, verdict.ClusterId));
        Assert.InRange(verdict.Containment!.Value, 0.9, 1);
        Assert.InRange(verdict.Jaccard!.Value, 0.5, 0.95);
        Assert.True(verdict.Evidence.Threshold < verdict.Containment);
    }

    [Fact]
    public async Task JudgeAsync_ExactCopyOfANearCopy_IsExactOfThat()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        await _fixture.JudgeAsync("b", RaceStories.Cut(text), minute: 1);
        var verdict = await _fixture.JudgeAsync("c", RaceStories.Cut(text), minute: 2);
        Assert.Equal((DuplicateKind.Exact, "b", "a"), (verdict.Kind, verdict.Of, verdict.ClusterId));
    }

    [Fact]
    public async Task JudgeAsync_SameShortText_IsExactByContentAlone()
    {
        await _fixture.JudgeAsync("a", "Trading is halted.", title: "Halt");
        Assert.Equal(DuplicateKind.Exact, (await _fixture.JudgeAsync("b", "trading is halted", title: "HALT")).Kind);
        Assert.Equal(DuplicateKind.None, (await _fixture.JudgeAsync("c", "Trading is halted.", title: "Another exchange")).Kind);
    }

    [Fact]
    public async Task JudgeAsync_Redelivered_AnswersTheSameForOneRead()
    {
        var text = _fixture.Story();
        var first = await _fixture.JudgeAsync("a", text);
        var before = _fixture.Store.Operations;
        Assert.Equal(first, await _fixture.JudgeAsync("a", text));
        Assert.Equal(1, _fixture.Store.Operations - before);
    }

    [Fact]
    public async Task JudgeAsync_SameBlobWithOtherContent_IsARevision()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        var verdict = await _fixture.JudgeAsync("a", text + " " + _fixture.Story(), minute: 5);
        Assert.Equal((DuplicateKind.Update, "a", 2, true), (verdict.Kind, verdict.Of, verdict.Revision, verdict.IsLatestRevision));
        Assert.Equal(("a", Fixture.Morning), (verdict.ClusterId, verdict.FirstSeen));
    }

    [Fact]
    public async Task JudgeAsync_SameUrlWithOtherContent_IsARevisionWhateverTheText()
    {
        const string Url = "https://www.example.com/news/storm?id=7";
        await _fixture.JudgeAsync("a", _fixture.Story(), url: Url);
        var verdict = await _fixture.JudgeAsync("b", _fixture.Story(), minute: 5, url: "http://example.com/news/storm/?id=7#top");
        Assert.Equal((DuplicateKind.Update, "a", 2, "a"), (verdict.Kind, verdict.Of, verdict.Revision, verdict.RevisionOf));
        Assert.Equal("a", verdict.ClusterId);
    }

    [Fact]
    public async Task JudgeAsync_OlderRevisionComesLate_IsPutInItsPlace()
    {
        const string Url = "https://example.com/news/storm";
        await _fixture.JudgeAsync("new", _fixture.Story(), minute: 9, url: Url);
        var verdict = await _fixture.JudgeAsync("old", _fixture.Story(), minute: 1, url: Url);
        Assert.Equal((DuplicateKind.Update, 1, null, false), (verdict.Kind, verdict.Revision, verdict.RevisionOf, verdict.IsLatestRevision));
        Assert.Equal((Fixture.Morning.AddMinutes(1), Fixture.Morning.AddMinutes(9)), (verdict.FirstSeen, verdict.LastSeen));
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("https://example.com")]
    [InlineData("not a url")]
    [InlineData("ftp://example.com/x")]
    public async Task JudgeAsync_UrlThatNamesNoDocument_JoinsNothing(string url)
    {
        await _fixture.JudgeAsync("a", _fixture.Story(), url: url);
        Assert.Equal(DuplicateKind.None, (await _fixture.JudgeAsync("b", _fixture.Story(), url: url)).Kind);
    }

    [Fact]
    public async Task JudgeAsync_EarlierCrawledCopyComesLate_BecomesCanonicalEverywhere()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("late", text, minute: 30);
        var verdict = await _fixture.JudgeAsync("early", RaceStories.Cut(text), minute: 1);
        Assert.Equal((true, "late", "late"), (verdict.IsCanonical, verdict.Displaces, verdict.ClusterId));
        Assert.False(_fixture.Members.Documents["late"].IsCanonical);
        Assert.True(_fixture.Members.Documents["early"].IsCanonical);
    }

    [Fact]
    public async Task JudgeAsync_MemoryIsOver_FoundsANewCluster()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        _fixture.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(DuplicateKind.None, (await _fixture.JudgeAsync("b", text, minute: 9)).Kind);
    }

    [Fact]
    public async Task JudgeAsync_CopiesKeepComing_AStoryIsRemembered()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        _fixture.Clock.Advance(TimeSpan.FromDays(20));
        await _fixture.JudgeAsync("b", RaceStories.Cut(text), minute: 1);
        _fixture.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Equal("a", (await _fixture.JudgeAsync("c", RaceStories.Cut(text) + " More.", minute: 2)).ClusterId);
    }

    [Fact]
    public async Task JudgeAsync_HowManyArticlesSoEver_CostsTheSameOperations()
    {
        var first = await OperationsAsync("first");
        for (var number = 0; number < 500; number++)
            await _fixture.JudgeAsync($"other{number}", _fixture.Story());
        Assert.Equal(first, await OperationsAsync("last"));
    }

    private async Task<int> OperationsAsync(string id)
    {
        var before = _fixture.Store.Operations;
        await _fixture.JudgeAsync(id, _fixture.Story());
        return _fixture.Store.Operations - before;
    }
}
