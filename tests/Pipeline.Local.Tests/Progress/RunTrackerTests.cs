using Microsoft.Extensions.Time.Testing;
using Pipeline.Articles.Formats;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;
using Pipeline.Local.Progress;

namespace Pipeline.Local.Tests.Progress;

public sealed class RunTrackerTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly RunTracker _tracker;

    public RunTrackerTests() => _tracker = new RunTracker(_clock);

    [Fact]
    public void Count_FileDropped_IsNotIdleUntilItIsReceived()
    {
        _tracker.Expect("a.txt");
        Assert.False(_tracker.Count().IsIdle);

        _tracker.BlobReceived("a.txt", "v", admitted: 0, rejected: 1);
        Assert.True(_tracker.Count().IsIdle);
    }

    [Fact]
    public void Count_ArticleInFlight_IsIdleWhenItIsStored()
    {
        var state = StateOf("a");
        _tracker.Received(state);
        Assert.False(_tracker.Count().IsIdle);

        _tracker.StageDone(state, RecordOf(Stage.Clean));
        Assert.False(_tracker.Count().IsIdle);

        _tracker.StageDone(state, RecordOf(Stage.Store));
        var counts = _tracker.Count();
        Assert.True(counts.IsIdle);
        Assert.Equal(1, counts.Done[Stage.Clean]);
        Assert.Equal(1, counts.Done[Stage.Store]);
    }

    [Fact]
    public void Count_ArticleQuarantined_IsIdleAndCounted()
    {
        _tracker.Resume(new ArticleInFlight("a", DateTimeOffset.UnixEpoch, DeferredUntil: null));

        _tracker.Quarantined(new QuarantineRecord
        {
            Stage = Stage.Clean,
            Category = FailureCategory.NoArticle,
            Reason = "No article.",
            Attempts = 1,
            At = DateTimeOffset.UnixEpoch,
            Provenance = StateOf("a").Provenance,
        });

        Assert.True(_tracker.Count().IsIdle);
        Assert.Equal(1, _tracker.QuarantinedCount);
        Assert.Single(_tracker.TakeResults().Quarantined);
        Assert.Empty(_tracker.TakeResults().Quarantined);
    }

    [Fact]
    public void Count_ArticleDeferred_IsIdleUntilItsTimeComes()
    {
        var state = StateOf("a") with { DeferredUntil = _clock.GetUtcNow().AddHours(12) };
        _tracker.Received(state);
        _tracker.Deferred(state, new Failure(FailureCategory.BudgetUsedUp, "Used up."));
        _tracker.Resume(new ArticleInFlight("b", DateTimeOffset.UnixEpoch, state.DeferredUntil));
        Assert.Equal((true, 2, 2), (_tracker.Count().IsIdle, _tracker.Count().InFlight, _tracker.Count().Deferred));

        _clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal((false, 0), (_tracker.Count().IsIdle, _tracker.Count().Deferred));
    }

    private static StageRecord RecordOf(Stage stage) => new(stage, "1", DateTimeOffset.UnixEpoch, Milliseconds: 2, Attempts: 1);

    private static ArticleState StateOf(string id) => new()
    {
        Next = Stage.Clean,
        Original = OriginalBytes.Of(new byte[] { 1 }),
        Provenance = new Provenance
        {
            ArticleId = id,
            Container = "articles",
            Blob = id + ".txt",
            Version = "v",
            Kind = MediaKind.PlainText,
            ByteCount = 1,
            RawHash = "",
            CrawledAt = DateTimeOffset.UnixEpoch,
            ReceivedAt = DateTimeOffset.UnixEpoch,
        },
    };
}
