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
/// The interleavings by which races elected an article of another cluster. "a" and "c" are the beginning and the end of one
/// story, too different to be copies of each other; "b" is all of it and the earliest, and copies both, "c" more than "a".
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
            var race = new Race(seed);
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
            var race = new Race(seed);
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
            var race = new Race(seed);
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
            var (race, elsewhere) = (new Race(seed), new Race(seed));
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

    private sealed class Race
    {
        private static readonly string[] Ids = ["a", "b", "c"];

        private readonly Dictionary<string, DeduplicationRequest> _requests;

        public Race(int seed)
        {
            var words = new RaceStories(new Random(seed)).Make(1)[0].Split(' ');
            _requests = new()
            {
                ["a"] = Request("a", words[..(words.Length * 55 / 100)], 5),
                ["b"] = Request("b", words, 1),
                ["c"] = Request("c", words[(words.Length * 40 / 100)..], 9),
            };
        }

        public InMemoryFingerprintStore Store { get; } = new();

        /// <summary>Null when the delivery crashed.</summary>
        public async Task<DuplicateVerdict?> JudgeAsync(string id, Func<IReadOnlyList<string>, FingerprintItem?, ValueTask>? before = null)
        {
            try
            {
                var store = before is null ? (IFingerprintStore)Store : new InterruptedStore(Store, before);
                return await DeduplicatorFactory.Over(store).JudgeAsync(_requests[id], CancellationToken.None);
            }
            catch (CrashException)
            {
                return null;
            }
        }

        public async Task AssertLedByTheEarliestAsync()
        {
            var members = new List<(string Id, ClusterState State)>();
            foreach (var id in Ids)
            {
                members.Add((id, await ResolveAsync((await JudgeAsync(id))!.ClusterId)));
            }

            foreach (var cluster in members.GroupBy(member => member.State.Id))
                Assert.Equal(cluster.MinBy(member => _requests[member.Id].CrawledAt).Id, cluster.First().State.CanonicalId);
        }

        public ValueTask<ClusterState> ResolveAsync(string cluster) =>
            new ClusterDirectory(Store, Options.Create(new DeduplicationOptions()), TimeProvider.System)
                .ResolveAsync(cluster, _requests[cluster].CrawledAt, CancellationToken.None);

        private static DeduplicationRequest Request(string id, string[] words, int minute) => new()
        {
            ArticleId = id, Title = "", Text = string.Join(' ', words), Language = "en", CrawledAt = Fixture.Morning.AddMinutes(minute),
        };
    }
}
