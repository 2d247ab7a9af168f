using Microsoft.Extensions.Options;
using Pipeline.Articles.Fingerprints;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Tests.Deduplication;

public sealed class ClusterMaintenanceTests
{
    private readonly Fixture _fixture = new();

    [Fact]
    public async Task RetireAsync_CanonicalDeleted_ElectsTheNextEarliest()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        await _fixture.JudgeAsync("c", text, minute: 9);
        await _fixture.JudgeAsync("b", RaceStories.Cut(text), minute: 5);
        _fixture.Members.Documents.Remove("a");
        var state = await _fixture.Maintenance.RetireAsync("a", CancellationToken.None);
        Assert.Equal(("a", "b"), (state!.Id, state.CanonicalId));
        Assert.True(_fixture.Members.Documents["b"].IsCanonical);
        Assert.False(_fixture.Members.Documents["c"].IsCanonical);
    }

    [Fact]
    public async Task RetireAsync_LastOfItsCluster_LetsTheNextCopyBeCanonical()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        _fixture.Members.Documents.Remove("a");
        await _fixture.Maintenance.RetireAsync("a", CancellationToken.None);
        var verdict = await _fixture.JudgeAsync("b", RaceStories.Cut(text), minute: 5);
        Assert.Equal(("a", true), (verdict.ClusterId, verdict.IsCanonical));
    }

    [Fact]
    public async Task RetireAsync_UnknownArticle_IsNull() =>
        Assert.Null(await _fixture.Maintenance.RetireAsync("nobody", CancellationToken.None));

    [Fact]
    public async Task SplitAsync_Copy_StaysApartAndKeepsItsOwnCopies()
    {
        var text = _fixture.Story();
        var copy = RaceStories.Cut(text);
        await _fixture.JudgeAsync("a", text);
        await _fixture.JudgeAsync("b", copy, minute: 1);
        var own = await _fixture.Maintenance.SplitAsync("b", "", copy, CancellationToken.None);

        Assert.Equal("b~split", own);
        Assert.Equal((own, true), (_fixture.Members.Documents["b"].ClusterId, _fixture.Members.Documents["b"].IsCanonical));
        Assert.Equal(own, (await _fixture.JudgeAsync("b", copy, minute: 1)).ClusterId);
        Assert.Equal(own, (await _fixture.JudgeAsync("b", copy + " Later.", minute: 7)).ClusterId);
        Assert.Equal(own, (await _fixture.JudgeAsync("c", copy, minute: 8)).ClusterId);
        Assert.Equal("a", (await _fixture.JudgeAsync("d", text, minute: 9)).ClusterId);
    }

    [Fact]
    public async Task SplitAsync_AfterTheMemoryIsOver_StillSticks()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        await _fixture.JudgeAsync("b", text, minute: 1);
        await _fixture.Maintenance.SplitAsync("b", "", text, CancellationToken.None);
        _fixture.Clock.Advance(TimeSpan.FromDays(400));
        await _fixture.JudgeAsync("a", text);
        Assert.Equal("b~split", (await _fixture.JudgeAsync("b", text + " More.", minute: 2)).ClusterId);
    }

    [Fact]
    public async Task SplitAsync_Founder_LeavesTheOthersTheirCluster()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("a", text);
        await _fixture.JudgeAsync("b", RaceStories.Cut(text), minute: 1);
        await _fixture.Maintenance.SplitAsync("a", "", text, CancellationToken.None);
        Assert.Equal(("a", true), (_fixture.Members.Documents["b"].ClusterId, _fixture.Members.Documents["b"].IsCanonical));
        Assert.Equal("a~split", _fixture.Members.Documents["a"].ClusterId);
        Assert.Equal("a~split", await _fixture.Maintenance.SplitAsync("a", "", text, CancellationToken.None));
    }

    [Fact]
    public async Task ExplainAsync_JoinedAndApart_TellsWhy()
    {
        var (text, other) = (_fixture.Story(), _fixture.Story());
        await _fixture.JudgeAsync("a", text);
        await _fixture.JudgeAsync("b", RaceStories.Cut(text), minute: 1);
        await _fixture.JudgeAsync("c", other, minute: 2);
        var joined = await ExplainAsync(("a", text), ("b", RaceStories.Cut(text)));
        Assert.True(joined.Joined);
        Assert.StartsWith("Joined", joined.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(joined.Shingles.Shared);
        var apart = await ExplainAsync(("a", text), ("c", other));
        Assert.False(apart.Joined);
        Assert.StartsWith("Apart", apart.Reason, StringComparison.Ordinal);
        Assert.Contains("not remembered", (await ExplainAsync(("a", text), ("nobody", other))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettleAsync_DocumentWrittenWithOldKnowledge_IsCorrected()
    {
        var text = _fixture.Story();
        await _fixture.JudgeAsync("late", text, minute: 30);
        await _fixture.JudgeAsync("early", text, minute: 1);
        _fixture.Members.Documents["late"] = _fixture.Members.Documents["late"] with { IsCanonical = true };
        Assert.True(await _fixture.Projection.SettleAsync("late", "late", isCanonical: true, CancellationToken.None));
        Assert.False(_fixture.Members.Documents["late"].IsCanonical);
        Assert.False(await _fixture.Projection.SettleAsync("late", "late", isCanonical: false, CancellationToken.None));
    }

    [Fact]
    public async Task ApplyAsync_MergedIntoAClusterLedByALaterArticle_LeavesOneLeader()
    {
        await _fixture.JudgeAsync("a", _fixture.Story(), minute: 8);
        var verdict = await _fixture.JudgeAsync("b", _fixture.Story(), minute: 9);
        await _fixture.JudgeAsync("c", _fixture.Story(), minute: 1);
        var clusters = new ClusterDirectory(_fixture.Store, Options.Create(new DeduplicationOptions()), _fixture.Clock);
        await clusters.MergeAsync(("c", Fixture.Morning.AddMinutes(1)), ("a", Fixture.Morning.AddMinutes(8)), CancellationToken.None);
        await _fixture.Projection.ApplyAsync(verdict with { ClusterId = "a", Absorbed = ["c"] }, CancellationToken.None);
        var documents = _fixture.Members.Documents;
        Assert.Equal(("a", true), (documents["c"].ClusterId, documents["c"].IsCanonical));
        Assert.Equal(("a", false), (documents["a"].ClusterId, documents["a"].IsCanonical));
    }

    [Fact]
    public async Task SettleAsync_CanonicalArticleStandsInAnotherCluster_MergesTheTwo()
    {
        // The cluster of "a" is led by "b", and "b" stands in that of "c".
        var (text, other) = (_fixture.Story(), _fixture.Story());
        await _fixture.JudgeAsync("a", text, minute: 8);
        await _fixture.JudgeAsync("c", other, minute: 9);
        await _fixture.JudgeAsync("b", other, minute: 1);
        await _fixture.Store.CreateAsync(
            new ClusterItem
            {
                Id = ClusterItem.IdOf("a"), CanonicalId = "b", CanonicalCrawledAt = Fixture.Morning.AddMinutes(1), FormerCanonicalId = "a",
            },
            CancellationToken.None);

        Assert.True(await _fixture.Projection.SettleAsync("a", "a", isCanonical: true, CancellationToken.None));
        Assert.Equal(("a", false), (_fixture.Members.Documents["a"].ClusterId, _fixture.Members.Documents["a"].IsCanonical));
        Assert.True(await _fixture.Projection.SettleAsync("b", "c", isCanonical: true, CancellationToken.None));
        Assert.Equal(("a", true), (_fixture.Members.Documents["b"].ClusterId, _fixture.Members.Documents["b"].IsCanonical));
    }

    private ValueTask<DuplicateExplanation> ExplainAsync((string Id, string Text) first, (string Id, string Text) second) =>
        _fixture.Explainer.ExplainAsync(
            new ComparedArticle(first.Id, "", first.Text), new ComparedArticle(second.Id, "", second.Text), 5, CancellationToken.None);
}
