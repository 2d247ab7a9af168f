using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>Reads the body of an analyze-text answer, in the order of the request's documents.</summary>
internal static class AnswerReader
{
    public static RecognizeEntitiesResultCollection Entities(JsonElement body, List<TextDocumentInput> inputs) => new(
        InOrder(
            body, inputs,
            document => new RecognizeEntitiesResult(Id(document), new CategorizedEntityCollection([.. document.GetProperty("entities").EnumerateArray().Select(Entity)])),
            (id, error) => new RecognizeEntitiesResult(id, error)),
        Version(body));

    public static ExtractKeyPhrasesResultCollection KeyPhrases(JsonElement body, List<TextDocumentInput> inputs) => new(
        InOrder(
            body, inputs,
            document => new ExtractKeyPhrasesResult(Id(document), new KeyPhraseCollection([.. document.GetProperty("keyPhrases").EnumerateArray().Select(phrase => phrase.GetString())])),
            (id, error) => new ExtractKeyPhrasesResult(id, error)),
        Version(body));

    private static List<T> InOrder<T>(
        JsonElement body, List<TextDocumentInput> inputs, Func<JsonElement, T> result, Func<string, TextAnalyticsError, T> failure)
        where T : TextAnalyticsResult
    {
        var results = body.GetProperty("results");
        var byId = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var document in results.GetProperty("documents").EnumerateArray())
            byId[Id(document)] = result(document);
        foreach (var error in results.GetProperty("errors").EnumerateArray())
            byId[Id(error)] = failure(Id(error), Error(error.GetProperty("error")));
        return [.. inputs.Where(input => byId.ContainsKey(input.Id)).Select(input => byId[input.Id])];
    }

    private static CategorizedEntity Entity(JsonElement entity) => new(
        entity.GetProperty("text").GetString(), entity.GetProperty("category").GetString(),
        entity.TryGetProperty("subcategory", out var subcategory) ? subcategory.GetString() : null,
        entity.GetProperty("confidenceScore").GetDouble(), entity.GetProperty("offset").GetInt32(), entity.GetProperty("length").GetInt32());

    /// <summary>The inner error tells more, when there is one.</summary>
    private static TextAnalyticsError Error(JsonElement error)
    {
        var inner = error.TryGetProperty("innererror", out var element) ? element : error;
        return new TextAnalyticsError(
            inner.GetProperty("code").GetString(), inner.GetProperty("message").GetString(),
            inner.TryGetProperty("target", out var target) ? target.GetString() : null);
    }

    private static string Id(JsonElement element) => element.GetProperty("id").GetString();

    private static string Version(JsonElement body) => body.GetProperty("results").GetProperty("modelVersion").GetString();
}
