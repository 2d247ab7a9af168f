using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Ingestion.Language.Budget;

namespace Pipeline.Ingestion.Operations;

/// <summary>The operations' answers as JSON, the same for commands and HTTP.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PipelineStatus))]
[JsonSerializable(typeof(ReadinessReport))]
[JsonSerializable(typeof(QuarantineView))]
[JsonSerializable(typeof(IReadOnlyList<QuarantineView>))]
[JsonSerializable(typeof(IReadOnlyList<MessageView>))]
[JsonSerializable(typeof(IReadOnlyList<ArticleResult>))]
[JsonSerializable(typeof(ArticleResult))]
[JsonSerializable(typeof(ReplayPage))]
[JsonSerializable(typeof(ReplayRequest))]
[JsonSerializable(typeof(RequeueRequest))]
[JsonSerializable(typeof(BudgetState))]
[JsonSerializable(typeof(ExplanationView))]
[JsonSerializable(typeof(SplitRequest))]
[JsonSerializable(typeof(SplitView))]
public sealed partial class OperationsJson : JsonSerializerContext
{
    /// <summary>For people: text as it is, and not escaped to ASCII.</summary>
    public static OperationsJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
