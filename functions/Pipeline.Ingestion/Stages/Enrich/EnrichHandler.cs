using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Language;
using Pipeline.Ingestion.Language.Budget;

namespace Pipeline.Ingestion.Stages.Enrich;

/// <summary>Finds entities and key phrases in the cleaned text.</summary>
public sealed class EnrichHandler(ILanguageAnalyser analyser) : IStageHandler
{
    public Stage Stage => Stage.Enrich;

    public string Version => "1";

    public async ValueTask<StageOutcome> HandleAsync(ArticleState state, CancellationToken cancellationToken)
    {
        var article = state.Cleaned!;
        var request = new AnalysisRequest(
            article.Metadata.Title.Value, article.Text, article.Metadata.Language.Value);
        try
        {
            var analysis = await analyser.AnalyseAsync(request, cancellationToken);
            return new StageOutcome.Done(state with { Analysis = analysis });
        }
        catch (BudgetUsedUpException usedUp)
        {
            return new StageOutcome.Defer(new Failure(FailureCategory.BudgetUsedUp, usedUp.Message), usedUp.Until);
        }
    }
}
