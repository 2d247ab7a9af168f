using Pipeline.Articles.Entities;

namespace Pipeline.Ingestion.Language.Service;

/// <summary>Entities from Azure AI Language.</summary>
internal sealed class ServiceEntityProvider(RequestBatcher<EntityMention> batcher) : IEntityProvider
{
    // text -> pieces -> asked at once -> offsets moved back into the text
    public async ValueTask<ProviderResult<EntityMention>> RecogniseAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        var pieces = TextPieces.Of(request.Text);
        var language = ServiceLanguages.Of(request.Language);
        var answers = await Task.WhenAll(pieces.Select(piece =>
            batcher.AskAsync(request.Text.Substring(piece.Offset, piece.Length), language, cancellationToken)));
        var mentions = new List<EntityMention>();
        foreach (var (piece, answer) in pieces.Zip(answers))
            mentions.AddRange(answer.Items.Select(mention => mention with { Offset = mention.Offset + piece.Offset }));
        return new ProviderResult<EntityMention>(mentions, ServiceAnswers.Analyser(answers), ServiceAnswers.Warnings(answers));
    }
}
