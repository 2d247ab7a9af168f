using Microsoft.Extensions.Options;
using Pipeline.Articles.Fingerprints;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Matching;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Tests.Deduplication;

public sealed class ClusterMergeTests
{
    private static readonly DateTimeOffset Later = Fixture.Morning.AddHours(1);

    private readonly InMemoryFingerprintStore _store = new();

    [Fact]
    public async Task MergeAsync_CrashAnywhereAndNobodyRepeatsIt_WhoComesByElectsTheEarliest()
    {
        var merged = 0;
        for (var fault = 1; fault <= 12; fault++)
        {
            var store = new InMemoryFingerprintStore();
            var struck = fault;
            await TryMergeAsync(new FaultyStore(store, _ => { }, number => Strike(number == struck)));
            var state = await Over(store).ResolveAsync("z", Fixture.Morning, CancellationToken.None);
            merged += state.Id == "a" ? 1 : 0;
            Assert.Equal("z", state.CanonicalId);
        }

        Assert.InRange(merged, 6, 11);
    }

    [Fact]
    public async Task ResolveAsync_MergedLongAgoAndAnotherElectedSince_DoesNotElectAgain()
    {
        await TryMergeAsync(_store);
        // Its document was deleted: the cluster elected another.
        await _store.ChangeAsync<ClusterItem>(
            ClusterItem.IdOf("a"), item => item! with { CanonicalId = "a", CanonicalCrawledAt = Later }, CancellationToken.None);
        Assert.Equal("a", (await Over(_store).ResolveAsync("z", Fixture.Morning, CancellationToken.None)).CanonicalId);
    }

    [Fact]
    public async Task WriteAsync_FounderByAnotherDelivery_CopiesNothing()
    {
        // "s" looked around before another delivery founded "s", and found its exact copy "b" in the cluster that "s" took in then.
        var request = new DeduplicationRequest { ArticleId = "s", Title = "", Text = "Text.", Language = "en", CrawledAt = Later };
        var copy = new Match(DuplicateKind.Exact, EvidenceKind.Content, "b", "t", Later, null);
        var verdict = await new VerdictLog(_store, Options.Create(new DeduplicationOptions()), TimeProvider.System).WriteAsync(
            Subject.Of(request), null, Standing.Of(copy, founded: false, indexed: true),
            new ClusterState("s", "b", Fixture.Morning, "s"), new RevisionHistory(1, "s", true, Later, Later), CancellationToken.None);
        Assert.Equal((DuplicateKind.None, null), (verdict!.Kind, verdict.Of));
    }

    /// <summary>The cluster of "z", the earlier, becomes part of that of "a".</summary>
    private static async Task TryMergeAsync(IFingerprintStore store)
    {
        try
        {
            await Over(store).MergeAsync(("z", Fixture.Morning), ("a", Later), CancellationToken.None);
        }
        catch (CrashException)
        {
            // Nobody delivers it again.
        }
    }

    private static ClusterDirectory Over(IFingerprintStore store) =>
        new(store, Options.Create(new DeduplicationOptions()), TimeProvider.System);

    private static void Strike(bool now)
    {
        if (now)
            throw new CrashException();
    }
}
