using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Ingestion.Deduplication.Clusters;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ClusterMember))]
[JsonSerializable(typeof(string))]
internal sealed partial class ClusterJson : JsonSerializerContext;
