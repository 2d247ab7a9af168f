using Pipeline.Ingestion.Deduplication;

namespace Pipeline.Ingestion.Stages.Deduplicate;

/// <summary>Tells how the article relates to all that came before it. A verdict, never a drop.</summary>
public sealed class DeduplicateHandler(IDeduplicator deduplicator) : IStageHandler
{
    public Stage Stage => Stage.Deduplicate;

    public string Version => "1";

    public async ValueTask<StageOutcome> HandleAsync(ArticleState state, CancellationToken cancellationToken)
    {
        var article = state.Cleaned!;
        var request = new DeduplicationRequest
        {
            ArticleId = state.ArticleId,
            Title = article.Metadata.Title.Value,
            Text = article.Text,
            Language = article.Metadata.Language.Value,
            CanonicalUrl = article.Metadata.CanonicalUrl?.Value,
            CrawledAt = state.Provenance.CrawledAt,
        };
        var verdict = await deduplicator.JudgeAsync(request, cancellationToken);
        return new StageOutcome.Done(state with { Verdict = verdict });
    }
}
