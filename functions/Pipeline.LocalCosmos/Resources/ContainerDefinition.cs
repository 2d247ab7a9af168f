using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCosmos.Charges;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>What a container's JSON says that this subset acts upon.</summary>
internal sealed class ContainerDefinition
{
    private const string EveryPath = "/*";

    private ContainerDefinition(JsonObject json, string id, JsonPath partitionKey, int? defaultTimeToLive,
        IReadOnlyList<IReadOnlyList<JsonPath>> uniqueKeys)
    {
        Json = json;
        Id = id;
        PartitionKey = partitionKey;
        DefaultTimeToLive = defaultTimeToLive;
        UniqueKeys = uniqueKeys;
        IndexingPolicy = JsonSerializer.SerializeToElement(json["indexingPolicy"]);
        IndexedPaths = IndexedPaths.From(IndexingPolicy);
    }

    /// <summary>The definition as the client sent it, completed with the service's defaults.</summary>
    public JsonObject Json { get; }

    public string Id { get; }

    public JsonPath PartitionKey { get; }

    /// <summary>Seconds; -1 when items expire only by their own <c>ttl</c>; null when nothing ever expires.</summary>
    public int? DefaultTimeToLive { get; }

    public IReadOnlyList<IReadOnlyList<JsonPath>> UniqueKeys { get; }

    public JsonElement IndexingPolicy { get; }

    public IndexedPaths IndexedPaths { get; }

    /// <exception cref="RequestRefusedException">The definition is not one that the service, or this subset, takes.</exception>
    public static ContainerDefinition Parse(ReadOnlySpan<byte> utf8)
    {
        var json = ResourceJson.ParseObject(utf8);
        var id = ResourceJson.Id(json);
        if (json["partitionKey"] is not JsonObject key || key["paths"] is not JsonArray { Count: > 0 } paths)
            throw RequestRefusedException.BadRequest("A container needs a partitionKey with a path.");
        if (paths.Count > 1)
            throw RequestRefusedException.BadRequest("Hierarchical partition keys are not supported; give one path.");

        key["kind"] ??= "Hash";
        key["version"] ??= 2;
        json["indexingPolicy"] ??= new JsonObject();
        CompleteIndexingPolicy((JsonObject)json["indexingPolicy"]!);
        json["conflictResolutionPolicy"] ??= JsonNode.Parse(
            """{"mode":"LastWriterWins","conflictResolutionPath":"/_ts","conflictResolutionProcedure":""}""");
        json["geospatialConfig"] ??= JsonNode.Parse("""{"type":"Geography"}""");
        return new ContainerDefinition(json, id, JsonPath.Parse(paths[0]!.GetValue<string>()), TimeToLive(json), Uniques(json));
    }

    private static int? TimeToLive(JsonObject json) => json["defaultTtl"] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<int>(out var seconds) && seconds is -1 or > 0 => seconds,
        _ => throw RequestRefusedException.BadRequest("defaultTtl must be -1 or a positive number of seconds."),
    };

    private static JsonPath[][] Uniques(JsonObject json) => json["uniqueKeyPolicy"]?["uniqueKeys"] is JsonArray keys
        ? [.. keys.Select(key => key!["paths"]!.AsArray()
            .Select(path => JsonPath.Parse(path!.GetValue<string>())).ToArray())]
        : [];

    private static void CompleteIndexingPolicy(JsonObject policy)
    {
        policy["indexingMode"] ??= "consistent";
        policy["automatic"] ??= true;
        var none = string.Equals(policy["indexingMode"]!.GetValue<string>(), "none", StringComparison.OrdinalIgnoreCase);
        if (none)
            return;
        if (policy["includedPaths"] is not JsonArray { Count: > 0 } && policy["excludedPaths"] is not JsonArray { Count: > 0 })
            policy["includedPaths"] = new JsonArray(new JsonObject { ["path"] = EveryPath });
        if (policy["excludedPaths"] is not JsonArray { Count: > 0 })
            policy["excludedPaths"] = new JsonArray(new JsonObject { ["path"] = "/\"_etag\"/?" });
        if (!Names(policy["includedPaths"], EveryPath) && !Names(policy["excludedPaths"], EveryPath))
            throw RequestRefusedException.BadRequest(
                "The special mandatory indexing path \"/\" is not provided: put \"/*\" among the included or the excluded paths.");
    }

    private static bool Names(JsonNode? paths, string path) =>
        paths is JsonArray array && array.Any(entry => entry?["path"]?.GetValue<string>() == path);
}
