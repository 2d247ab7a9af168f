using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Benchmarks.Deduplicate;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GoldDocument))]
[JsonSerializable(typeof(PredictedCluster))]
internal sealed partial class BenchmarkJson : JsonSerializerContext;
