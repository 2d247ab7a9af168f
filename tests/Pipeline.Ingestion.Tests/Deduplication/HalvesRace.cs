using Microsoft.Extensions.Options;
using Pipeline.Benchmarks.Deduplicate;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>
/// Three articles to be judged within each other. "a" and "c" are the beginning and the end of one story, too different to be copies
/// of each other; "b" is all of it and the earliest, and copies both, "c" more than "a".
/// </summary>
internal sealed class HalvesRace
{
    private static readonly string[] Ids = ["a", "b", "c"];

    private readonly Dictionary<string, DeduplicationRequest> _requests;

    public HalvesRace(int seed)
    {
        Seed = seed;
        var words = new RaceStories(new Random(seed)).Make(1)[0].Split(' ');
        _requests = new()
        {
            ["a"] = Request("a", words[..(words.Length * 55 / 100)], 5),
            ["b"] = Request("b", words, 1),
            ["c"] = Request("c", words[(words.Length * 40 / 100)..], 9),
        };
    }

    public int Seed { get; }

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

    /// <summary>An operator takes the article out of its cluster.</summary>
    public async Task SplitAsync(string id)
    {
        var (options, members) = (Options.Create(new DeduplicationOptions()), new MembersInMemory());
        var clusters = new ClusterDirectory(Store, options, TimeProvider.System);
        var projection = new ClusterProjection(clusters, new ClusterReunion(Store, clusters), members);
        await new ClusterMaintenance(Store, clusters, members, projection, options, TimeProvider.System)
            .SplitAsync(id, "", _requests[id].Text, CancellationToken.None);
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
            .ResolveAsync(cluster, _requests[cluster[..1]].CrawledAt, CancellationToken.None);

    private static DeduplicationRequest Request(string id, string[] words, int minute) => new()
    {
        ArticleId = id, Title = "", Text = string.Join(' ', words), Language = "en", CrawledAt = Fixture.Morning.AddMinutes(minute),
    };
}
