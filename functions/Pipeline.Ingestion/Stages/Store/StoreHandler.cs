using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Storage;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion.Stages.Store;

/// <summary>
/// Writes the document, once. The last stage: the state blob goes when this is done.
/// <code>
///  save ── audit ── did it become canonical in place of another? ─┬─ no: done
///                                                                 └─ yes: take the mark off the other; not stored yet: again later
/// </code>
/// </summary>
public sealed class StoreHandler(
    DocumentStore documents,
    AuditStore audits,
    WorkStore work,
    PipelineMetrics metrics,
    TimeProvider time,
    IPipelineObserver observer) : IStageHandler
{
    public Stage Stage => Stage.Store;

    public string Version => "1";

    public async ValueTask<StageOutcome> HandleAsync(ArticleState state, CancellationToken cancellationToken)
    {
        switch (await documents.SaveAsync(DocumentFactory.Create(state), state.Replayed, cancellationToken))
        {
            case SaveResult.Saved saved:
                metrics.Stored(saved.Document, time.GetUtcNow() - state.Provenance.ReceivedAt);
                observer.Stored(saved.Document);
                break;

            case SaveResult.TooLarge tooLarge:
                return StageOutcome.Failed(new Failure(FailureCategory.TooLarge, tooLarge.Reason));

            case SaveResult.Superseded:
                return new StageOutcome.Done(state);

            default:
                // This very version is there already; what follows may not be.
                break;
        }

        await audits.WriteAsync(state.ArticleId, state.Cleaned!.Audit, cancellationToken);

        if (state.Verdict!.Displaces is { } displaced
            && !await documents.TryTakeCanonicalMarkAsync(displaced, cancellationToken)
            && await work.TryReadAsync(displaced, cancellationToken) is not null)
        {
            return StageOutcome.Failed(new Failure(
                FailureCategory.Conflict, $"It is canonical in place of {displaced}, which is still on its way to the database."));
        }

        return new StageOutcome.Done(state);
    }
}
