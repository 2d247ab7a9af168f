using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Ingestion.Documents;

/// <summary>How documents are written: camel case, absent rather than null, letters of all scripts as they are.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArticleDocument))]
public sealed partial class DocumentJson : JsonSerializerContext
{
    /// <summary>
    /// The relaxed encoder keeps a Cyrillic or Chinese letter at 2 or 3 bytes instead of a 6 byte escape: the request
    /// charge goes by size. Documents are served as JSON, never pasted into HTML.
    /// </summary>
    public static DocumentJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
