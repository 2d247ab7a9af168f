using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Ingestion.Documents;

internal sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase)
    where TEnum : struct, Enum;
