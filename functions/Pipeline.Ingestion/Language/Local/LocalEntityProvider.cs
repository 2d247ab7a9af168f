using Pipeline.Articles.Entities;

namespace Pipeline.Ingestion.Language.Local;

/// <summary>Entities without any service. Its results are never cached: finding them costs less than asking a cache.</summary>
internal sealed class LocalEntityProvider(LocalEntityRecogniser recogniser) : IEntityProvider
{
    public ValueTask<ProviderResult<EntityMention>> RecogniseAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var analyser = new AnalyserInfo(
            LanguageOptions.Local, LocalEntityRecogniser.ModelVersion, LocalEntityRecogniser.Coverage(request.Language), Cached: false);
        return new(new ProviderResult<EntityMention>(recogniser.Recognise(request.Text, request.Language), analyser, []));
    }
}
