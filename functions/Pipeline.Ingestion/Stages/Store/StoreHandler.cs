using Pipeline.Ingestion.Deduplication.Clusters;
using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Storage;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion.Stages.Store;

/// <summary>
/// Writes the document, once. The last stage: the state blob goes when this is done.
/// <code>
///  save ── audit ── what the verdict changed in other documents of the cluster
/// </code>
/// A document that is not stored yet misses that change; the change feed brings it up to date when it comes.
/// </summary>
public sealed class StoreHandler(
    DocumentStore documents,
    AuditStore audits,
    ClusterProjection clusters,
    PipelineMetrics metrics,
    TimeProvider time,
    IPipelineObserver observer) : IStageHandler
{
    public Stage Stage => Stage.Store;

    public string Version => "2";

    public async ValueTask<StageOutcome> HandleAsync(ArticleState state, CancellationToken cancellationToken)
    {
        var saved = await documents.SaveAsync(DocumentFactory.Create(state), state.Replayed, cancellationToken);
        if (saved is SaveResult.TooLarge tooLarge)
        {
            return StageOutcome.Failed(new Failure(FailureCategory.TooLarge, tooLarge.Reason));
        }

        if (saved is SaveResult.Saved { Document: var document })
        {
            metrics.Stored(document, time.GetUtcNow() - state.Provenance.ReceivedAt);
            observer.Stored(document);
        }

        // This very version may be there already without what follows.
        if (saved is not SaveResult.Superseded)
        {
            await audits.WriteAsync(state.ArticleId, state.Cleaned!.Audit, cancellationToken);
        }

        await clusters.ApplyAsync(state.Verdict!, cancellationToken);
        return new StageOutcome.Done(state);
    }
}
