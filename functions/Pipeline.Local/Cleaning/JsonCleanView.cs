using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Articles.Cleaning;

namespace Pipeline.Local.Cleaning;

/// <summary>One JSON object a line for each entry. Offsets count UTF-16 units of the received text.</summary>
internal sealed class JsonCleanView(TextWriter output) : ICleanView
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public void Show(CleanOutcome outcome) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            outcome.File,
            outcome.Place,
            Format = outcome.Source?.Kind,
            outcome.Source?.Charset,
            outcome.Rejection,
            outcome.Article?.Metadata,
            outcome.Article?.Text,
            Audit = outcome.Article is { } article ? Describe(article.Audit) : null,
        },
        Options));

    private static object Describe(CleaningAudit audit) => new
    {
        audit.Version,
        audit.WordsReceived,
        audit.WordsKept,
        Kept = audit.Offsets.KeptSpans.Select(span => new { span.Offset, span.Length }),
        Removed = audit.Removed.Select(removed => new { removed.Span.Offset, removed.Span.Length, removed.Rule }),
    };
}
