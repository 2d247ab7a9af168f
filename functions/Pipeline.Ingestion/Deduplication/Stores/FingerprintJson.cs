using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Stores;

/// <summary>How items look in the container, whatever serializer the Cosmos client was given.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowOutOfOrderMetadataProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(FingerprintItem))]
[JsonSerializable(typeof(FingerprintPage))]
internal sealed partial class FingerprintJson : JsonSerializerContext;
