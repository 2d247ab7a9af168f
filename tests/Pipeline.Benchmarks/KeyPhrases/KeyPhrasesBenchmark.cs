using System.Text.Json.Nodes;
using Pipeline.Articles.KeyPhrases;
using Pipeline.Benchmarks.Entities;

namespace Pipeline.Benchmarks.KeyPhrases;

/// <summary>
/// <c>keyphrases --in FILE.jsonl [--out PRED.jsonl] [--json FILE]</c>: {id, text} in, {id, keys: [...]} out, best first,
/// from the extractor that the pipeline runs.
/// </summary>
internal static class KeyPhrasesBenchmark
{
    public static int Run(string input, string? output, string? json)
    {
        var documents = JsonLines.Read(input).ToList();
        var extractor = new LocalKeyPhraseExtractor();
        var speed = LanguageSpeed.Measure(
            [.. documents.Select(document => document.Text)], text => _ = extractor.Extract("", text, "en"));
        if (output is not null)
            JsonLines.Write(output, documents.Select(document => Prediction(document, extractor.Extract("", document.Text, "en"))));
        return speed.Report("keyphrases", documents.Count, json);
    }

    private static JsonObject Prediction((string Id, string Text) document, IReadOnlyList<KeyPhrase> phrases) => new()
    {
        ["id"] = document.Id,
        ["keys"] = new JsonArray([.. phrases.Select(phrase => (JsonNode?)phrase.Text)]),
    };
}
