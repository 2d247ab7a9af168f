using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Articles.Entities;
using Pipeline.Articles.KeyPhrases;

namespace Pipeline.Local.LanguageService;

/// <summary>Answers a request's body with the local analyser. Stateless.</summary>
internal static class TextAnalysis
{
    private const int MostElements = 5_120;

    private static readonly LocalEntityRecogniser Recogniser = new();
    private static readonly LocalKeyPhraseExtractor Extractor = new();

    public static (int Status, JsonObject Body) Answer(JsonObject request)
    {
        var kind = (string?)request["kind"] ?? "";
        var most = kind switch { "EntityRecognition" => 5, "KeyPhraseExtraction" => 10, _ => 0 };
        if (most == 0)
            return (400, ServiceErrors.Whole("InvalidRequest", "Invalid Request.", "InvalidParameterValue", $"Invalid parameter in request: kind '{kind}'."));
        if (request["analysisInput"]?["documents"] is not JsonArray { Count: > 0 } documents)
            return (400, ServiceErrors.Whole("InvalidRequest", "Invalid Request.", "MissingInputDocuments", "Missing input documents."));
        if (documents.Count > most)
        {
            return (400, ServiceErrors.Whole(
                "InvalidRequest", "Invalid document in request.", "InvalidDocumentBatch",
                $"Batch request contains too many records. Max {most} records are permitted."));
        }
        if (documents.Select(document => (string?)document?["id"]).Distinct(StringComparer.Ordinal).Count() < documents.Count)
            return (400, ServiceErrors.Whole("InvalidRequest", "Invalid document in request.", "InvalidDocument", "Request contains duplicated Ids. Make sure each document has a unique Id."));
        return (200, Results(kind, documents, (string?)request["parameters"]?["stringIndexType"]));
    }

    private static JsonObject Results(string kind, JsonArray documents, string? indexType)
    {
        var (found, errors) = (new JsonArray(), new JsonArray());
        foreach (var document in documents)
        {
            var id = (string?)document?["id"] ?? "";
            var text = (string?)document?["text"] ?? "";
            var language = (string?)document?["language"] ?? "en";
            if (Fault(id, text, language) is { } fault)
                errors.Add((JsonNode)fault);
            else
                found.Add((JsonNode)(kind == "EntityRecognition" ? Entities(id, text, language, indexType) : KeyPhrases(id, text, language)));
        }
        return new JsonObject
        {
            ["kind"] = kind + "Results",
            ["results"] = new JsonObject
            {
                ["documents"] = found,
                ["errors"] = errors,
                ["modelVersion"] = kind == "EntityRecognition" ? LocalEntityRecogniser.ModelVersion : LocalKeyPhraseExtractor.ModelVersion,
            },
        };
    }

    private static JsonObject? Fault(string id, string text, string language)
    {
        if (string.IsNullOrWhiteSpace(text))
            return ServiceErrors.Document(id, "InvalidDocument", "Document text is empty.");
        if (text.Length > MostElements && new StringInfo(text).LengthInTextElements > MostElements)
            return ServiceErrors.Document(id, "InvalidDocument", "A document within the request was too large to be processed. Limit document size to: 5120 text elements.");
        return ServiceLanguageList.Has(language)
            ? null
            : ServiceErrors.Document(id, "UnsupportedLanguageCode", $"Invalid language code. Supported languages: {ServiceLanguageList.Text}.");
    }

    private static JsonObject Entities(string id, string text, string language, string? indexType)
    {
        var index = new StringIndex(text, indexType);
        return new JsonObject
        {
            ["id"] = id,
            ["entities"] = new JsonArray([.. Recogniser.Recognise(text, language).Select(mention => Entity(mention, index))]),
            ["warnings"] = new JsonArray(),
        };
    }

    private static JsonObject Entity(EntityMention mention, StringIndex index)
    {
        var start = index.Of(mention.Offset);
        var entity = new JsonObject
        {
            ["text"] = mention.Text,
            ["category"] = mention.Category switch
            {
                EntityCategory.Url => "URL",
                EntityCategory.IP => "IPAddress",
                var category => category.ToString(),
            },
            ["offset"] = start,
            ["length"] = index.Of(mention.Offset + mention.Length) - start,
            ["confidenceScore"] = mention.Confidence,
        };
        if (mention.Subcategory is not null)
            entity["subcategory"] = mention.Subcategory;
        return entity;
    }

    private static JsonObject KeyPhrases(string id, string text, string language) => new()
    {
        ["id"] = id,
        ["keyPhrases"] = new JsonArray([.. Extractor.Extract("", text, language).Select(phrase => (JsonNode?)phrase.Text)]),
        ["warnings"] = new JsonArray(),
    };
}
