using Pipeline.Articles.Entities;

namespace Pipeline.Ingestion.Language;

/// <summary>A source of entity mentions. Same failures as <see cref="ILanguageAnalyser"/>.</summary>
internal interface IEntityProvider
{
    /// <summary>Mentions in order of their offsets into <see cref="AnalysisRequest.Text"/>.</summary>
    ValueTask<ProviderResult<EntityMention>> RecogniseAsync(AnalysisRequest request, CancellationToken cancellationToken);
}
