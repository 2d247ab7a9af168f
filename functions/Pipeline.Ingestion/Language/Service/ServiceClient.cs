using Azure.AI.TextAnalytics;
using Pipeline.Articles.Entities;
using Pipeline.Ingestion.Telemetry;

namespace Pipeline.Ingestion.Language.Service;

/// <summary>The two calls of the service, in the pipeline's own terms.</summary>
internal sealed class ServiceClient(TextAnalyticsClient client, string modelVersion, PipelineMetrics? metrics)
{
    public async Task<IReadOnlyList<DocumentAnswer<EntityMention>>> EntitiesAsync(
        IReadOnlyList<TextDocumentInput> documents, CancellationToken cancellationToken)
    {
        var answer = await client.RecognizeEntitiesBatchAsync(documents, Options(), cancellationToken);
        Count("entities", documents);
        var byId = answer.Value.ToDictionary(result => result.Id, StringComparer.Ordinal);
        return
        [
            .. documents.Select(document => !byId.TryGetValue(document.Id, out var result)
                ? Missing<EntityMention>(answer.Value.ModelVersion)
                : result.HasError
                    ? Failed<EntityMention>(result.Error, answer.Value.ModelVersion)
                    : new DocumentAnswer<EntityMention>([.. Mentions(result.Entities, document.Text)], answer.Value.ModelVersion, null)),
        ];
    }

    public async Task<IReadOnlyList<DocumentAnswer<string>>> KeyPhrasesAsync(
        IReadOnlyList<TextDocumentInput> documents, CancellationToken cancellationToken)
    {
        var answer = await client.ExtractKeyPhrasesBatchAsync(documents, Options(), cancellationToken);
        Count("keyPhrases", documents);
        var byId = answer.Value.ToDictionary(result => result.Id, StringComparer.Ordinal);
        return
        [
            .. documents.Select(document => !byId.TryGetValue(document.Id, out var result)
                ? Missing<string>(answer.Value.ModelVersion)
                : result.HasError
                    ? Failed<string>(result.Error, answer.Value.ModelVersion)
                    : new DocumentAnswer<string>([.. result.KeyPhrases], answer.Value.ModelVersion, null)),
        ];
    }

    // Only what was answered is charged.
    private void Count(string feature, IReadOnlyList<TextDocumentInput> documents) =>
        metrics?.Analysed(feature, documents.Sum(document => (long)document.Text.Length));

    private static IEnumerable<EntityMention> Mentions(CategorizedEntityCollection entities, string text)
    {
        foreach (var entity in entities.OrderBy(entity => entity.Offset))
        {
            // An offset that does not hold would point a reader at the wrong words: better no mention.
            var holds = entity.Offset >= 0 && entity.Length > 0 && entity.Offset <= text.Length - entity.Length
                && text.AsSpan(entity.Offset, entity.Length).SequenceEqual(entity.Text);
            if (holds && ServiceCategories.Of(entity.Category.ToString()) is { } category)
            {
                yield return new EntityMention(
                    entity.Text, category, entity.SubCategory, entity.Offset, entity.Length, Math.Clamp(entity.ConfidenceScore, 0, 1));
            }
        }
    }

    private static DocumentAnswer<T> Failed<T>(TextAnalyticsError error, string version) =>
        new([], version, $"The language service could not read the text ({error.ErrorCode}): {error.Message}");

    private static DocumentAnswer<T> Missing<T>(string version) =>
        new([], version, "The language service gave no answer for the text.");

    private TextAnalyticsRequestOptions Options() => new() { ModelVersion = modelVersion, DisableServiceLogs = true };
}
