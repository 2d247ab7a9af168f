using System.Globalization;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Cosmos;

namespace Pipeline.Functions.Tests.Infra.Checks;

/// <summary>The database's containers are those of CosmosSchema: partition key, time to live, indexing policy.</summary>
internal static class CosmosCheck
{
    public const string Containers = "infra/cosmos-containers.json";
    public const string Module = "infra/modules/cosmos.bicep";

    public static IEnumerable<string> Faults(InfraFolder infra)
    {
        using var json = JsonDocument.Parse(infra.Text(Containers));
        var inInfra = json.RootElement.EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!, Describe);
        var inCode = CosmosSchema.All.ToDictionary(container => container.Id, Describe);
        return
        [
            .. from name in inCode.Keys.Union(inInfra.Keys)
               let code = inCode.GetValueOrDefault(name, "not known")
               let deployed = inInfra.GetValueOrDefault(name, "not created")
               where code != deployed
               select $"The container {name} differs. Code: {code}. Infra: {deployed}.",
            // The service refuses such a container.
            .. from container in json.RootElement.EnumerateArray()
               where container.TryGetProperty("defaultTtl", out _)
                   && container.GetProperty("indexingPolicy").GetProperty("indexingMode").GetString() == "none"
               select $"The container {container.GetProperty("id")} has a time to live and no index.",
            .. Locks(infra),
        ];
    }

    private static IEnumerable<string> Locks(InfraFolder infra)
    {
        var module = infra.Bicep(Module);
        if (module.Creates("Microsoft.DocumentDB/databaseAccounts").Body.At("properties.disableLocalAuth")?.AsWritten != "true")
            yield return "The database account takes keys: disableLocalAuth is not true.";
        var containers = module.Creates("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers");
        if (containers.Body.At("properties.resource")?.AsWritten != "container")
            yield return "The containers are not created as the file of containers says.";
    }

    private static string Describe(ContainerProperties container)
    {
        var policy = container.IndexingPolicy;
        return Describe(
            container.PartitionKeyPath,
            container.DefaultTimeToLive,
            policy.Automatic,
            policy.IndexingMode.ToString(),
            // The service adds "/*" to an indexed container whose policy names no path.
            policy.IndexingMode != IndexingMode.None && policy.IncludedPaths.Count + policy.ExcludedPaths.Count == 0
                ? ["/*"]
                : policy.IncludedPaths.Select(path => path.Path),
            policy.ExcludedPaths.Select(path => path.Path));
    }

    private static string Describe(JsonElement container)
    {
        var policy = container.GetProperty("indexingPolicy");
        return Describe(
            string.Join(',', container.GetProperty("partitionKey").GetProperty("paths").EnumerateArray().Select(path => path.GetString())),
            container.TryGetProperty("defaultTtl", out var ttl) ? ttl.GetInt32() : null,
            policy.GetProperty("automatic").GetBoolean(),
            policy.GetProperty("indexingMode").GetString()!,
            Paths(policy, "includedPaths"),
            Paths(policy, "excludedPaths"));
    }

    private static IEnumerable<string> Paths(JsonElement policy, string name) =>
        policy.TryGetProperty(name, out var paths)
            ? paths.EnumerateArray().Select(path => path.GetProperty("path").GetString()!)
            : [];

    private static string Describe(
        string key, int? ttl, bool automatic, string mode, IEnumerable<string> included, IEnumerable<string> excluded) =>
        string.Create(CultureInfo.InvariantCulture, $"key {key}, ttl {ttl ?? 0}, ") + $"{mode.ToUpperInvariant()}, automatic {automatic}, "
        + $"with [{string.Join(' ', included.Order())}], without [{string.Join(' ', excluded.Order())}]";
}
