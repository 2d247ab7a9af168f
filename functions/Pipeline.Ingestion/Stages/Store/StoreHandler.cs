using Pipeline.Ingestion.Documents;
using Pipeline.Ingestion.Failures;

namespace Pipeline.Ingestion.Stages.Store;

/// <summary>Writes the document, once. The last stage: the state blob goes when this is done.</summary>
public sealed class StoreHandler(DocumentStore documents, IPipelineObserver observer) : IStageHandler
{
    public Stage Stage => Stage.Store;

    public string Version => "1";

    public async ValueTask<StageOutcome> HandleAsync(ArticleState state, CancellationToken cancellationToken)
    {
        var document = DocumentFactory.Create(state);
        switch (await documents.SaveAsync(document, cancellationToken))
        {
            case SaveResult.Saved saved:
                observer.Stored(saved.Document);
                return new StageOutcome.Done(state);

            case SaveResult.TooLarge tooLarge:
                return StageOutcome.Failed(new Failure(FailureCategory.TooLarge, tooLarge.Reason));

            default:
                // The document is there already, in this version or in a newer one.
                return new StageOutcome.Done(state);
        }
    }
}
