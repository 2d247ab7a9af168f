using Pipeline.Articles.KeyPhrases;

namespace Pipeline.Ingestion.Language;

/// <summary>A source of key phrases. Same failures as <see cref="ILanguageAnalyser"/>.</summary>
internal interface IKeyPhraseProvider
{
    /// <summary>Best first.</summary>
    ValueTask<ProviderResult<KeyPhrase>> ExtractAsync(AnalysisRequest request, CancellationToken cancellationToken);
}
