using Pipeline.Articles.Fingerprints;
using Pipeline.Benchmarks.Deduplicate;
using Pipeline.Benchmarks.Deduplicate.Races;
using Pipeline.Ingestion.Deduplication;
using Pipeline.Ingestion.Deduplication.Items;
using Pipeline.Ingestion.Deduplication.Stores;

namespace Pipeline.Ingestion.Tests.Deduplication;

/// <summary>"x" and "y" are the same shortened copy of "m", and come at once.</summary>
public sealed class ExactCopyRaceTests
{
    private const int Stories = 20;

    [Fact]
    public async Task JudgeAsync_ExactCopyCreatesTheSharedAnchorFirst_CopiesThatAndIsNotIndexed()
    {
        for (var seed = 0; seed < Stories; seed++)
        {
            var store = new InMemoryFingerprintStore();
            var text = new RaceStories(new Random(seed)).Make(1)[0];
            var cut = RaceStories.Cut(text);
            await JudgeAsync(store, "m", text);
            var writes = 0;
            var racing = new InterruptedStore(store, async (_, item) =>
            {
                if (item is not null && writes++ == 0)
                    Assert.Equal("m", (await JudgeAsync(store, "y", cut)).Of);
            });
            var verdict = await JudgeAsync(racing, "x", cut);
            Assert.Equal((DuplicateKind.Exact, "y"), (verdict.Kind, verdict.Of));
            Assert.DoesNotContain(store.Items, item => item is AnchorItem { ArticleId: "x" } or ContentItem { ArticleId: "x" });
        }
    }

    private static async Task<DuplicateVerdict> JudgeAsync(IFingerprintStore store, string id, string text) =>
        await DeduplicatorFactory.Over(store).JudgeAsync(
            new DeduplicationRequest { ArticleId = id, Title = "", Text = text, Language = "en", CrawledAt = Fixture.Morning }, CancellationToken.None);
}
