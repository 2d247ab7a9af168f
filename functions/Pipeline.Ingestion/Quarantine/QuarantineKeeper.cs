using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion.Quarantine;

/// <summary>
/// Ends an article in quarantine: the one place that builds the record, keeps it with the bytes, takes the article out of flight
/// and tells who counts.
/// </summary>
public sealed class QuarantineKeeper(
    QuarantineStore store, WorkStore work, PipelineMetrics metrics, TimeProvider time, IPipelineObserver observer)
{
    /// <summary>An article in flight. It leaves work/ only after it stands in quarantine.</summary>
    public async Task<QuarantineRecord> KeepAsync(
        StoredState stored, Stage stage, int attempts, Failure failure, CancellationToken cancellationToken)
    {
        var record = Record(stored.State.Provenance, stage, attempts, failure) with { State = stored.State };
        using var original = new MemoryStream(stored.State.Original.Unpack(), writable: false);
        record = await store.KeepAsync(record, original, cancellationToken);
        await work.EndAsync(stored.State.ArticleId, stored.ETag, cancellationToken);
        return Tell(record);
    }

    /// <summary>What failed before it had a state: a file, or an entry of one.</summary>
    public async Task<QuarantineRecord> KeepAsync(
        Provenance provenance, Failure failure, Stream original, CancellationToken cancellationToken)
    {
        var record = Record(provenance, Stage.Receive, attempts: 1, failure);
        return Tell(await store.KeepAsync(record, original, cancellationToken));
    }

    private QuarantineRecord Record(Provenance provenance, Stage stage, int attempts, Failure failure) => new()
    {
        Stage = stage,
        Category = failure.Category,
        Reason = failure.Reason,
        Attempts = attempts,
        At = time.GetUtcNow(),
        Provenance = provenance,
    };

    private QuarantineRecord Tell(QuarantineRecord record)
    {
        metrics.Quarantined(record);
        observer.Quarantined(record);
        return record;
    }
}
