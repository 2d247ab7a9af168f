using Microsoft.Extensions.Options;
using Pipeline.Articles.Fingerprints;
using Pipeline.Benchmarks.Deduplicate;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>
/// The interleavings by which races elected an article of another cluster.
/// </summary>
public sealed class ElectionRaceTests
{
    private const int Stories = 40;

    [Fact]
    public async Task JudgeAsync_CrashAfterElectionAndANearerCopyMeanwhile_ElectsInOneClusterOnly()
    {
        var moved = 0;
        for (var seed = 0; seed < Stories; seed++)
        {
            var race = new HalvesRace(seed);
            await race.JudgeAsync("a");
            var asked = 0;
            await race.JudgeAsync("b", async (ids, item) =>
            {
                // The first write comes after it looked around.
                if (item is not null && asked++ == 0)
                    await race.JudgeAsync("c");
                if (item is VerdictItem { Contents.Count: > 0 })
                    throw new CrashException();
            });
            moved += (await race.JudgeAsync("b"))!.Of == "c" ? 1 : 0;
            await race.AssertLedByTheEarliestAsync();
        }

        Assert.True(moved > 0, "In no story did the second delivery find the nearer copy.");
    }

    /// <param name="step">Operation on a cluster, while it merges the two, before which the slower delivery crashes.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task JudgeAsync_TwoDeliveriesFindACopyEachAndTheSlowerCrashes_ElectsInOneClusterOnly(int step)
    {
        var (apart, crashes) = (0, 0);
        for (var seed = 0; seed < Stories; seed++)
        {
            var race = new HalvesRace(seed);
            await race.JudgeAsync("a");
            var (asked, looked, merging) = (0, 0, 0);
            var slower = await race.JudgeAsync("b", async (ids, item) =>
            {
                if (item is not null && asked++ == 0)
                {
                    await race.JudgeAsync("c");
                    apart += (await race.JudgeAsync("b"))!.Of == "c" ? 1 : 0;
                }

                looked += item is null && ids[0] == VerdictItem.IdOf("b") ? 1 : 0;
                if (looked > 1 && (item?.Id ?? ids[0]).StartsWith("k:", StringComparison.Ordinal) && ++merging == step)
                    throw new CrashException();
            });
            crashes += slower is null ? 1 : 0;
            await race.JudgeAsync("b");
            await race.AssertLedByTheEarliestAsync();
        }

        Assert.True(apart > 0 && crashes > 0, $"{apart} found another copy, {crashes} crashed.");
    }

    [Fact]
    public async Task JudgeAsync_SlowerDeliveryMeetsTheAnchorOfTheQuicker_FoundsNoClusterBesides()
    {
        var met = 0;
        for (var seed = 0; seed < Stories; seed++)
        {
            var race = new HalvesRace(seed);
            var (asked, looked) = (0, 0);
            await race.JudgeAsync("b", async (ids, item) =>
            {
                // It looked around before there was anything; now its next anchor is what the quicker one left.
                if (item is not null && asked++ == 0)
                {
                    await race.JudgeAsync("a");
                    await race.JudgeAsync("b");
                }

                looked += item is null && ids[0] == VerdictItem.IdOf("b") ? 1 : 0;
            });
            met += looked > 1 ? 1 : 0;
            await race.JudgeAsync("c");
            await race.AssertLedByTheEarliestAsync();
        }

        Assert.True(met > Stories / 2, $"Only {met} met it.");
    }

    [Fact]
    public async Task JudgeAsync_FoundedBeforeItMeetsTheQuickerOne_MergesTheTwoClusters()
    {
        for (var seed = 0; seed < Stories; seed++)
        {
            var (race, elsewhere) = (new HalvesRace(seed), new HalvesRace(seed));
            await elsewhere.JudgeAsync("a");
            await elsewhere.JudgeAsync("b");
            var copied = await elsewhere.Store.ReadAsync(VerdictItem.IdOf("b"), CancellationToken.None);
            var asked = 0;
            await race.JudgeAsync("b", async (ids, item) =>
            {
                // The quicker one joined "a", which is out of this one's sight.
                if (item is AnchorItem anchor && asked++ == 1)
                {
                    await race.Store.CreateAsync(
                        anchor with { Relation = DuplicateKind.Near, CopyOf = "a", ClusterId = "a" }, CancellationToken.None);
                    await race.Store.CreateAsync(copied!, CancellationToken.None);
                }
            });
            Assert.Equal(2, asked);
            Assert.Equal("a", (await race.ResolveAsync("b")).Id);
        }
    }
}
