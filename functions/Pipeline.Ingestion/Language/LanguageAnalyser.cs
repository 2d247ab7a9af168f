using Pipeline.Articles.Entities;

namespace Pipeline.Ingestion.Language;

/// <summary>Both features of one article, each by the provider that the options name.</summary>
internal sealed class LanguageAnalyser(IEntityProvider entities, IKeyPhraseProvider keyPhrases) : ILanguageAnalyser
{
    // entities and key phrases at the same time -> mentions folded into entities -> one result with all warnings
    public async ValueTask<LanguageAnalysis> AnalyseAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var recognising = entities.RecogniseAsync(request, cancellationToken).AsTask();
        var extracting = keyPhrases.ExtractAsync(request, cancellationToken).AsTask();
        await Task.WhenAll(recognising, extracting);
        var mentions = await recognising;
        var phrases = await extracting;
        return new LanguageAnalysis
        {
            Entities = EntityFolding.Fold(mentions.Items),
            KeyPhrases = phrases.Items,
            EntityAnalyser = mentions.Analyser,
            KeyPhraseAnalyser = phrases.Analyser,
            Warnings = [.. mentions.Warnings, .. phrases.Warnings],
        };
    }
}
