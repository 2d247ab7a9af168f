using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Tests.Infra.Bicep;
using Pipeline.Ingestion;

namespace Pipeline.Functions.Tests.Infra.Checks;

/// <summary>Every container and queue that the code names is created, no other, and the account takes no keys.</summary>
internal static class StorageCheck
{
    public const string Path = "infra/modules/storage.bicep";

    public static IEnumerable<string> Faults(InfraFolder infra)
    {
        var storage = infra.Bicep(Path);
        var triggered = Triggers.All.Select(item => item.Trigger).ToList();
        return
        [
            .. Compare(
                "container",
                [
                    .. PipelineMap.BlobContainers,
                    .. triggered.OfType<BlobTriggerAttribute>().Select(trigger => trigger.BlobPath.Split('/')[0]),
                ],
                storage.Strings("pipelineContainers")),
            .. Compare(
                "queue",
                [.. PipelineMap.Queues, .. triggered.OfType<QueueTriggerAttribute>().Select(trigger => trigger.QueueName)],
                storage.Strings("queueNames")),
            .. Loop(storage, "Microsoft.Storage/storageAccounts/blobServices/containers", "pipelineContainers"),
            .. Loop(storage, "Microsoft.Storage/storageAccounts/blobServices/containers", "deploymentContainerName"),
            .. Loop(storage, "Microsoft.Storage/storageAccounts/blobServices/containers", "deadLetterContainerName"),
            .. Loop(storage, "Microsoft.Storage/storageAccounts/queueServices/queues", "queueNames"),
            .. Locks(storage),
        ];
    }

    private static IEnumerable<string> Compare(string what, IEnumerable<string> inCode, IReadOnlyList<string> inInfra) =>
    [
        .. inCode.Distinct().Except(inInfra).Select(name => $"The {what} {name} is used by the code and not created."),
        .. inInfra.Except(inCode).Select(name => $"The {what} {name} is created and not known to the code."),
    ];

    private static IEnumerable<string> Loop(BicepFile storage, string type, string variable)
    {
        if (storage.Creates(type).Value is not BicepValue.Loop loop || !loop.Source.Contains(variable, StringComparison.Ordinal))
            yield return $"{type} is not created for each of {variable}.";
    }

    private static IEnumerable<string> Locks(BicepFile storage)
    {
        var account = storage.Creates("Microsoft.Storage/storageAccounts").Body;
        foreach (var (property, wanted) in (ReadOnlySpan<(string, string)>)
            [("allowSharedKeyAccess", "false"), ("allowBlobPublicAccess", "false"), ("supportsHttpsTrafficOnly", "true")])
        {
            if (account.At("properties." + property)?.AsWritten != wanted)
                return [$"The storage account's {property} is not {wanted}."];
        }
        return [];
    }
}
