using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Ingestion.Stages;

/// <summary>Serialisation of what travels between the stages.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    Converters = [typeof(OffsetMapConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StageMessage))]
[JsonSerializable(typeof(ArticleState))]
[JsonSerializable(typeof(Pipeline.Articles.Cleaning.CleaningAudit))]
[JsonSerializable(typeof(Quarantine.QuarantineRecord))]
internal sealed partial class StateJson : JsonSerializerContext;
