using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Tests.Infra.Bicep;

namespace Pipeline.Functions.Tests.Infra.Checks;

/// <summary>The app has the role that each of its clients and triggers needs, no management role, and each says why.</summary>
internal static class RolesCheck
{
    public const string Path = "infra/modules/roles.bicep";

    /// <summary>Azure's own ids of the roles.</summary>
    private static readonly Dictionary<string, string> Ids = new()
    {
        ["storageBlobDataOwner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["storageBlobDataContributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["storageBlobDataReader"] = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        ["storageQueueDataContributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["storageQueueDataReader"] = "19e7f393-937e-4f77-808e-94535e297925",
        ["storageQueueDataMessageSender"] = "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
        ["storageTableDataContributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["monitoringMetricsPublisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["cognitiveServicesLanguageReader"] = "7628b7b8-a8b2-4cdc-b46f-e9b35248918e",
    };

    public static IEnumerable<string> Faults(InfraFolder infra)
    {
        var roles = infra.Bicep(Path);
        var assignments = roles.Of(BicepKind.Resource).Where(resource => !resource.IsExisting).ToList();
        var toApp = string.Join('\n', assignments
            .Where(resource => resource.Body.At("properties.principalId")?.AsWritten == "appPrincipalId")
            .Select(resource => Written(roles, resource)));
        return
        [
            .. Needed().Where(role => !toApp.Contains(role, StringComparison.Ordinal)).Select(role => $"The app lacks the role {role}."),
            .. IdFaults(roles),
            .. assignments
                .Where(resource => resource.Type.StartsWith("Microsoft.Authorization/", StringComparison.Ordinal)
                    && resource.Body.At("properties.description") is null)
                .Select(resource => $"The role assignment {resource.Name} does not say why."),
        ];
    }

    private static HashSet<string> Needed()
    {
        // The host's own storage: locks, events, diagnostics. And who sends telemetry, analyses and stores.
        var roles = new HashSet<string>
        {
            "storageBlobDataOwner", "storageQueueDataContributor", "storageTableDataContributor",
            "monitoringMetricsPublisher", "cognitiveServicesLanguageReader", "cosmosDataContributor",
        };
        foreach (var (_, trigger) in Triggers.All)
        {
            roles.UnionWith(trigger.GetType().Name switch
            {
                nameof(BlobTriggerAttribute) => ["storageBlobDataOwner", "storageQueueDataContributor"],
                nameof(QueueTriggerAttribute) => ["storageQueueDataContributor"],
                "CosmosDBTriggerAttribute" => ["cosmosDataContributor"],
                _ => (string[])[],
            });
        }
        return roles;
    }

    /// <summary>The role's name as the assignment gives it, in a loop with the names that it goes through.</summary>
    private static string Written(BicepFile roles, BicepDeclaration assignment)
    {
        var list = assignment.Value is BicepValue.Loop loop
            ? ((BicepValue.List)roles.Get(BicepKind.Variable, loop.Source).Value!).Items.Select(item => item.At("role")?.AsWritten)
            : [];
        return string.Join('\n', list.Append(assignment.Body.At("properties.roleDefinitionId")?.AsWritten));
    }

    private static IEnumerable<string> IdFaults(BicepFile roles)
    {
        var written = ((BicepValue.Object)roles.Get(BicepKind.Variable, "roleIds").Value!).Properties;
        foreach (var (name, id) in written)
        {
            if (!Ids.TryGetValue(name, out var right))
                yield return $"The role {name} is not one of those that this installation gives.";
            else if (id.AsWritten != right)
                yield return $"The role {name} has the id {id.AsWritten} instead of {right}.";
        }
    }
}
