using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Tests.Infra.Bicep;

namespace Pipeline.Functions.Tests.Infra.Checks;

/// <summary>Storage's events reach the function with the blob trigger, for its container and no other.</summary>
internal static class EventsCheck
{
    public const string Path = "infra/event-subscription.bicep";

    public static IEnumerable<string> Faults(InfraFolder infra)
    {
        var file = infra.Bicep(Path);
        var subscription = file.Creates("Microsoft.EventGrid/systemTopics/eventSubscriptions").Body.At("properties")!;
        var function = file.Get(BicepKind.Parameter, "functionName").Value?.AsWritten;
        var container = file.Get(BicepKind.Parameter, "articlesContainer").Value?.AsWritten;
        var trigger = Triggers.All.Where(item => item.Function == function).Select(item => item.Trigger).OfType<BlobTriggerAttribute>().SingleOrDefault();
        if (trigger?.Source != BlobTriggerSource.EventGrid)
            yield return $"{function} is no function with a blob trigger that Event Grid feeds.";
        else if (!trigger.BlobPath.StartsWith(container + "/", StringComparison.Ordinal))
            yield return $"{function} listens to {trigger.BlobPath} and not to {container}/.";

        if (subscription.At("filter.subjectBeginsWith")?.AsWritten != "/blobServices/default/containers/${articlesContainer}/")
            yield return "The subject filter is not that of one container, up to its slash.";
        if (subscription.At("destination.properties.endpointUrl")?.AsWritten?.Contains("functionName=Host.Functions.${functionName}&code=", StringComparison.Ordinal) != true)
            yield return "The address does not name the function.";
        var types = (subscription.At("filter.includedEventTypes") as BicepValue.List)?.Texts ?? [];
        if (!types.ToHashSet().SetEquals(["Microsoft.Storage.BlobCreated", "Microsoft.Storage.BlobDeleted"]))
            yield return "Other events than those of created and deleted blobs are subscribed to.";

        var deadLetters = subscription.At("deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName")?.AsWritten;
        if (infra.Bicep(StorageCheck.Path).Get(BicepKind.Variable, "deadLetterContainerName").Value?.AsWritten != deadLetters)
            yield return $"The container of dead letters, {deadLetters}, is not created.";
        if (!infra.Text(RolesCheck.Path).Contains($"name: '{deadLetters}'", StringComparison.Ordinal))
            yield return $"Event Grid has no role on {deadLetters}.";
    }
}
