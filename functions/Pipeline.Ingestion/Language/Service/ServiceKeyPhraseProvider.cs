using Pipeline.Articles.KeyPhrases;

namespace Pipeline.Ingestion.Language.Service;

/// <summary>Key phrases from Azure AI Language, which ends the feature on 31 March 2029.</summary>
internal sealed class ServiceKeyPhraseProvider(RequestBatcher<string> batcher, int most) : IKeyPhraseProvider
{
    // text -> pieces -> asked at once -> merged by rank: the first of each piece, then the second of each, ...
    public async ValueTask<ProviderResult<KeyPhrase>> ExtractAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        var pieces = TextPieces.Of(request.Text);
        var language = ServiceLanguages.Of(request.Language);
        var answers = await Task.WhenAll(pieces.Select(piece =>
            batcher.AskAsync(request.Text.Substring(piece.Offset, piece.Length), language, cancellationToken)));
        var phrases = answers.SelectMany(answer => answer.Items.Index()).OrderBy(item => item.Index)
            .Select(item => item.Item).DistinctBy(phrase => phrase, StringComparer.OrdinalIgnoreCase).Take(most);
        return new ProviderResult<KeyPhrase>(
            [.. phrases.Select((phrase, index) => new KeyPhrase(phrase, index + 1))], ServiceAnswers.Analyser(answers), ServiceAnswers.Warnings(answers));
    }
}
