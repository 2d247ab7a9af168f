using System.Text.Json;

namespace Azure.AI.TextAnalytics;

/// <summary>Writes the body of an analyze-text request.</summary>
internal static class RequestWriter
{
    public static BinaryData Write(string kind, List<TextDocumentInput> documents, TextAnalyticsRequestOptions options, bool offsets)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteStartObject("analysisInput");
            json.WriteStartArray("documents");
            foreach (var document in documents)
            {
                json.WriteStartObject();
                json.WriteString("id", document.Id);
                json.WriteString("text", document.Text);
                json.WriteString("language", document.Language ?? "en");
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject("parameters");
            if (options.DisableServiceLogs is { } logs)
                json.WriteBoolean("loggingOptOut", logs);
            if (options.ModelVersion is { } version)
                json.WriteString("modelVersion", version);
            if (offsets)
                json.WriteString("stringIndexType", "Utf16CodeUnit");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return BinaryData.FromBytes(stream.ToArray());
    }
}
