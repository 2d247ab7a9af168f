using Microsoft.Extensions.Options;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Benchmarks.Deduplicate.Races;

/// <summary>
/// Judges two to four copies of one story at once, each perhaps delivered twice, with crashes, in an order of store
/// operations drawn from a seed; then asks whether they ended as a clean run one after the other would have ended.
/// </summary>
internal static class RaceSimulation
{
    /// <param name="races">How many.</param>
    /// <param name="seed">The same one gives the same races.</param>
    /// <param name="open">Where race number n takes place; stories of one race share nothing with those of another.</param>
    /// <param name="conditions">What happens to the messages.</param>
    /// <param name="cancellationToken">Ends it between two races.</param>
    public static async Task<RaceOutcome> RunAsync(
        int races, int seed, Func<int, ValueTask<IFingerprintStore>> open, RaceConditions conditions, CancellationToken cancellationToken)
    {
        var outcome = new RaceOutcome();
        for (var race = 0; race < races; race++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ended = await RaceAsync(RandomOf(seed, race), await open(race), conditions, null);
            outcome += ended.IsSound ? ended : ended with { Unsound = [race] };
        }

        return outcome;
    }

    /// <summary>One of these races again, in memory, each operation told to <paramref name="trace"/>.</summary>
    public static async Task<RaceOutcome> ReplayAsync(int race, int seed, RaceConditions conditions, Action<string> trace) =>
        await RaceAsync(RandomOf(seed, race), await InMemory(race), conditions, new RaceTrace(trace));

    /// <summary>Each race on a store of its own in memory.</summary>
    public static ValueTask<IFingerprintStore> InMemory(int race) => ValueTask.FromResult<IFingerprintStore>(new InMemoryFingerprintStore());

    private static Random RandomOf(int seed, int race) => new(unchecked(seed * 1_000_003 + race));

    private static async Task<RaceOutcome> RaceAsync(Random random, IFingerprintStore inner, RaceConditions conditions, RaceTrace? trace)
    {
        var requests = Requests(random);
        var turns = new RaceTurns(random);
        var store = new RacingStore(inner, turns, random, conditions.CrashShare, trace);
        var racing = DeduplicatorFactory.Over(store);
        var answers = new List<DuplicateVerdict?>();
        var deliveries = new List<Func<Task>>();
        foreach (var request in requests)
            for (var copies = random.Next(conditions.TwiceOneIn) == 0 ? 2 : 1; copies > 0; copies--)
            {
                var place = answers.Count;
                answers.Add(null);
                deliveries.Add(async () =>
                {
                    trace?.Begin(place, request);
                    answers[place] = await DeliverAsync(racing, request);
                });
            }

        await turns.RunAsync(deliveries);

        var final = DeduplicatorFactory.Over(inner);
        var verdicts = new List<DuplicateVerdict>();
        foreach (var request in requests)
            verdicts.Add(await final.JudgeAsync(request, CancellationToken.None));
        var states = await StatesAsync(inner, requests, verdicts);
        return new RaceOutcome
        {
            Races = 1,
            Deliveries = deliveries.Count,
            Crashes = store.Crashes,
            Lost = answers.Count(answer => answer is null),
            Pairs = requests.Count * (requests.Count - 1) / 2,
            SplitPairs = Split([.. states.Select(state => state.Id)]),
            SplitPairsInSequence = Split(await InSequenceAsync(requests)),
            WrongCanonical = WrongCanonical(requests, states),
            Circular = Circular(requests, verdicts),
            Changed = answers.Count(answer => answer is not null && !verdicts.Exists(verdict => IsSame(verdict, answer))),
        };
    }

    /// <summary>A delivery that was slower than another of the article may have merged clusters, which it says besides.</summary>
    private static bool IsSame(DuplicateVerdict verdict, DuplicateVerdict answer) => verdict == answer with { Absorbed = verdict.Absorbed };

    /// <summary>A queue delivers until it is answered.</summary>
    private static async Task<DuplicateVerdict> DeliverAsync(Deduplicator deduplicator, DeduplicationRequest request)
    {
        while (true)
            try
            {
                return await deduplicator.JudgeAsync(request, CancellationToken.None);
            }
            catch (CrashException)
            {
                // Delivered again: the loop is the queue.
            }
    }

    private static List<DeduplicationRequest> Requests(Random random)
    {
        var texts = new RaceStories(random).Make(2 + random.Next(3));
        var names = Enumerable.Range(0, texts.Count).Select(_ => random.NextInt64().ToString("x", null)).ToList();
        return [.. texts.Select((text, index) => new DeduplicationRequest
        {
            ArticleId = names[index],
            Title = "",
            Text = text,
            Language = "und",
            CrawledAt = DateTimeOffset.UnixEpoch.AddSeconds(random.Next(3)),
        })];
    }

    private static async Task<List<ClusterState>> StatesAsync(
        IFingerprintStore store, List<DeduplicationRequest> requests, List<DuplicateVerdict> verdicts)
    {
        var directory = new ClusterDirectory(store, Options.Create(new DeduplicationOptions()), TimeProvider.System);
        var states = new List<ClusterState>();
        foreach (var verdict in verdicts)
        {
            var foundedAt = requests.Find(request => request.ArticleId == verdict.ClusterId)!.CrawledAt;
            states.Add(await directory.ResolveAsync(verdict.ClusterId, foundedAt, CancellationToken.None));
        }

        return states;
    }

    private static async Task<List<string>> InSequenceAsync(List<DeduplicationRequest> requests)
    {
        var sequential = DeduplicatorFactory.Over(new InMemoryFingerprintStore());
        var clusters = new List<string>();
        foreach (var request in requests)
            clusters.Add((await sequential.JudgeAsync(request, CancellationToken.None)).ClusterId);
        return clusters;
    }

    private static long Split(List<string> clusters) =>
        clusters.SelectMany((cluster, index) => clusters.Skip(index + 1), (one, other) => one != other ? 1L : 0).Sum();

    private static int WrongCanonical(List<DeduplicationRequest> requests, List<ClusterState> states) => requests
        .Zip(states)
        .GroupBy(member => member.Second.Id, member => member)
        .Count(cluster => cluster.First().Second.CanonicalId != cluster
            .MinBy(member => (member.First.CrawledAt, member.First.ArticleId), Earliest.Comparer).First.ArticleId);

    private static int Circular(List<DeduplicationRequest> requests, List<DuplicateVerdict> verdicts)
    {
        var copies = requests.Zip(verdicts).ToDictionary(member => member.First.ArticleId, member => member.Second.Of);
        return copies.Keys.Count(start =>
        {
            string? at = start;
            for (var hops = 0; hops <= copies.Count && at is not null; hops++)
                at = copies[at];
            return at is not null;
        });
    }

    private static class Earliest
    {
        public static readonly Comparer<(DateTimeOffset At, string Id)> Comparer = Comparer<(DateTimeOffset At, string Id)>.Create(
            (one, other) => one.At != other.At ? one.At.CompareTo(other.At) : string.CompareOrdinal(one.Id, other.Id));
    }
}
