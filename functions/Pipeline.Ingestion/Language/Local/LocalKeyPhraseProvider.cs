using Pipeline.Articles.KeyPhrases;

namespace Pipeline.Ingestion.Language.Local;

/// <summary>Key phrases without any service. Its results are never cached: finding them costs less than asking a cache.</summary>
internal sealed class LocalKeyPhraseProvider(LocalKeyPhraseExtractor extractor) : IKeyPhraseProvider
{
    public ValueTask<ProviderResult<KeyPhrase>> ExtractAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var analyser = new AnalyserInfo(
            LanguageOptions.Local, LocalKeyPhraseExtractor.ModelVersion, LocalKeyPhraseExtractor.Coverage(request.Language), Cached: false);
        return new(new ProviderResult<KeyPhrase>(extractor.Extract(request.Title, request.Text, request.Language), analyser, []));
    }
}
