using Pipeline.Ingestion;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;
using Pipeline.Local.Output;
using Pipeline.Local.Progress;

namespace Pipeline.Local.Running;

/// <summary>Tells the tracker of everything, and the output file, when there is one, of what was stored.</summary>
internal sealed class RunObservers(RunTracker tracker, JsonLinesOutput? output) : IPipelineObserver
{
    public void Received(ArticleState state) => tracker.Received(state);

    public void BlobReceived(string blob, string version, int admitted, int rejected) =>
        tracker.BlobReceived(blob, version, admitted, rejected);

    public void StageDone(ArticleState state, StageRecord record) => tracker.StageDone(state, record);

    public void Deferred(ArticleState state, Failure reason) => tracker.Deferred(state, reason);

    public void Stored(ArticleDocument document)
    {
        output?.Stored(document);
        tracker.Stored(document);
    }

    public void Quarantined(QuarantineRecord record) => tracker.Quarantined(record);
}
