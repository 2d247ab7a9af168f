using Pipeline.Articles.Fingerprints;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>
/// One of two deliveries of "b" founded a cluster and crashed: its anchors stand. The other, which saw nothing of that, joins the
/// cluster of "c". "m" is a copy that found those anchors.
/// </summary>
public sealed class ClusterReunionTests
{
    private readonly Fixture _fixture = new();
    private readonly string _story;
    private readonly string _other;

    public ClusterReunionTests() => (_story, _other) = (_fixture.Story(), _fixture.Story());

    [Theory]
    [InlineData("a")]
    [InlineData("c")]
    public async Task SettleAsync_FounderJudgedElsewhereBefore_MergesTheTwo(string other)
    {
        await _fixture.JudgeAsync(other, _other);
        await _fixture.JudgeAsync("b", _other, minute: 1);
        await FoundAsync("b");
        await _fixture.JudgeAsync("m", RaceStories.Cut(_story), minute: 2);
        Assert.Equal("b", _fixture.Members.Documents["m"].ClusterId);

        await FollowAllAsync();
        AssertOneCluster(string.CompareOrdinal(other, "b") < 0 ? other : "b", led: other);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("c")]
    public async Task SettleAsync_FounderJudgedElsewhereAfterTheCopyWasSettled_MergesTheTwo(string other)
    {
        await _fixture.JudgeAsync(other, _other);
        await FoundAsync("b");
        await _fixture.JudgeAsync("m", RaceStories.Cut(_story), minute: 2);
        await FollowAsync("m");
        await _fixture.JudgeAsync("b", _other, minute: 1);

        // No event comes of "m" any more.
        await FollowAsync(other);
        await FollowAsync("b");
        AssertOneCluster(string.CompareOrdinal(other, "b") < 0 ? other : "b", led: other);
    }

    [Fact]
    public async Task SettleAsync_FounderInItsOwnCluster_WritesNothing()
    {
        await _fixture.JudgeAsync("a", _story);
        await _fixture.JudgeAsync("m", RaceStories.Cut(_story), minute: 2);
        var before = _fixture.Store.Operations;
        Assert.False(await FollowAsync("a"));
        Assert.Equal(1, _fixture.Store.Operations - before);
        Assert.False(await FollowAsync("m"));
        Assert.Equal(4, _fixture.Store.Operations - before);
        Assert.Null(await _fixture.Store.ReadAsync(ClusterItem.IdOf("a"), CancellationToken.None));
    }

    [Fact]
    public async Task SettleAsync_FounderInFlight_IsNotTakenForLost()
    {
        await FoundAsync("b");
        await _fixture.JudgeAsync("m", RaceStories.Cut(_story), minute: 2);
        await FollowAsync("m");
        await _fixture.JudgeAsync("b", _story);
        await FollowAllAsync();
        AssertOneCluster("b", led: "b");
    }

    [Fact]
    public async Task SettleAsync_FounderThatAnOperatorTookOut_StaysOut()
    {
        await _fixture.JudgeAsync("a", _story);
        await _fixture.JudgeAsync("m", RaceStories.Cut(_story), minute: 2);
        await _fixture.Maintenance.SplitAsync("a", "", _story, CancellationToken.None);
        await FollowAllAsync();
        Assert.Equal("a~split", _fixture.Members.Documents["a"].ClusterId);
        Assert.Equal("a", _fixture.Members.Documents["m"].ClusterId);
    }

    [Fact]
    public async Task SettleAsync_FounderThatWasRemovedAndCameBackAsAnother_StaysApart()
    {
        await _fixture.JudgeAsync("b", _story);
        await _fixture.JudgeAsync("m", RaceStories.Cut(_story), minute: 2);
        _fixture.Members.Documents.Remove("b");
        await _fixture.Maintenance.RetireAsync("b", CancellationToken.None);
        await _fixture.JudgeAsync("c", _other, minute: 3);
        await _fixture.JudgeAsync("b", _other, minute: 4);
        await FollowAllAsync();
        Assert.Equal(("b", true), (_fixture.Members.Documents["m"].ClusterId, _fixture.Members.Documents["m"].IsCanonical));
        Assert.Equal("c", _fixture.Members.Documents["b"].ClusterId);
    }

    /// <summary>What a delivery leaves that founds a cluster on the story and crashes.</summary>
    private async Task FoundAsync(string id)
    {
        var fingerprint = Fingerprinter.Of("", _story);
        foreach (var hash in fingerprint.Sketch.Facts.Hashes.Take(5))
            await _fixture.Store.CreateAsync(
                AnchorItem.Of(hash, id, fingerprint) with { WrittenAt = Fixture.Morning, FoundedAt = Fixture.Morning.AddMinutes(1) },
                CancellationToken.None);
    }

    private async Task<bool> FollowAsync(string id)
    {
        var document = _fixture.Members.Documents[id];
        return await _fixture.Projection.SettleAsync(id, document.ClusterId, document.IsCanonical, CancellationToken.None);
    }

    private async Task FollowAllAsync()
    {
        foreach (var id in _fixture.Members.Documents.Keys.Order(StringComparer.Ordinal).ToList())
            await FollowAsync(id);
    }

    private void AssertOneCluster(string cluster, string led) => Assert.All(
        _fixture.Members.Documents.Values,
        document => Assert.Equal((cluster, document.Id == led), (document.ClusterId, document.IsCanonical)));
}
