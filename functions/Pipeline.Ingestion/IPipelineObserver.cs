using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion;

/// <summary>Told of what happens, after it happened. Must not throw and must not block; nothing depends on it.</summary>
public interface IPipelineObserver
{
    void Received(ArticleState state)
    {
    }

    /// <summary>A file is taken in whole: all its articles are in flight, ended, or in quarantine.</summary>
    void BlobReceived(string blob, string version, int admitted, int rejected)
    {
    }

    void StageDone(ArticleState state, StageRecord record)
    {
    }

    /// <summary>An article waits on purpose until <see cref="ArticleState.DeferredUntil"/>.</summary>
    void Deferred(ArticleState state, Failure reason)
    {
    }

    void Stored(ArticleDocument document)
    {
    }

    void Quarantined(QuarantineRecord record)
    {
    }
}
