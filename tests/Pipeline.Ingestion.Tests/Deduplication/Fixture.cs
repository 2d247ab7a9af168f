using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Benchmarks.Deduplicate;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>A deduplicator over a store in memory, with a clock of its own and an article store of a few fields.</summary>
internal sealed class Fixture
{
    public static readonly DateTimeOffset Morning = new(2026, 8, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly RaceStories _stories = new(new Random(17));

    public Fixture()
    {
        Store = new CountingStore(new InMemoryFingerprintStore(Clock));
        Deduplicator = DeduplicatorFactory.Over(Store, new DeduplicationOptions(), Clock);
        var options = Options.Create(new DeduplicationOptions());
        var directory = new ClusterDirectory(Store, options, Clock);
        Projection = new ClusterProjection(directory, new ClusterReunion(Store, directory), Members);
        Maintenance = new ClusterMaintenance(Store, directory, Members, Projection, options, Clock);
        Explainer = new DuplicateExplainer(Store, directory);
    }

    public FakeTimeProvider Clock { get; } = new(Morning);

    public CountingStore Store { get; }

    public MembersInMemory Members { get; } = new();

    public IDeduplicator Deduplicator { get; }

    public ClusterProjection Projection { get; }

    public ClusterMaintenance Maintenance { get; }

    public DuplicateExplainer Explainer { get; }

    public string Story() => _stories.Make(1)[0];

    /// <summary>Judges as the chain does: verdict, document, and what the verdict changes in other documents.</summary>
    public async Task<DuplicateVerdict> JudgeAsync(string id, string text, int minute = 0, string? url = null, string title = "")
    {
        var crawledAt = Morning.AddMinutes(minute);
        var verdict = await Deduplicator.JudgeAsync(
            new DeduplicationRequest
            {
                ArticleId = id, Title = title, Text = text, Language = "en", CanonicalUrl = url, CrawledAt = crawledAt,
            },
            CancellationToken.None);
        Members.Documents[id] = new ClusterMember(id, verdict.ClusterId, verdict.IsCanonical, crawledAt);
        await Projection.ApplyAsync(verdict, CancellationToken.None);
        return verdict;
    }
}
