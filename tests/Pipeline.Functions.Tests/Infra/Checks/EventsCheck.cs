using Microsoft.Azure.Functions.Worker;
using Pipeline.Functions.Tests.Infra.Bicep;

namespace Pipeline.Functions.Tests.Infra.Checks;

/// <summary>
/// Events of dropped files reach the function with the blob trigger, those of deleted ones the queue of the function that
/// removes them, for their container and no other.
/// </summary>
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
        if (!types.ToHashSet().SetEquals(["Microsoft.Storage.BlobCreated"]))
            yield return "Other events than those of created blobs are subscribed to.";
        foreach (var fault in DeletionFaults(infra, file))
            yield return fault;

        var deadLetters = subscription.At("deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName")?.AsWritten;
        if (infra.Bicep(StorageCheck.Path).Get(BicepKind.Variable, "deadLetterContainerName").Value?.AsWritten != deadLetters)
            yield return $"The container of dead letters, {deadLetters}, is not created.";
        if (!infra.Text(RolesCheck.Path).Contains($"name: '{deadLetters}'", StringComparison.Ordinal))
            yield return $"Event Grid has no role on {deadLetters}.";
    }

    private static IEnumerable<string> DeletionFaults(InfraFolder infra, BicepFile file)
    {
        var deletions = file.Get(BicepKind.Resource, "deletions").Body.At("properties")!;
        var queue = file.Get(BicepKind.Parameter, "removedQueue").Value?.AsWritten;
        if (Triggers.All.SingleOrDefault(item => (item.Trigger as QueueTriggerAttribute)?.QueueName == queue).Function != nameof(RemoveArticle))
            yield return $"{nameof(RemoveArticle)} does not listen to the queue {queue}.";
        if (deletions.At("deliveryWithResourceIdentity.destination.properties.queueName")?.AsWritten != "removedQueue")
            yield return "Events of deleted blobs do not go to their queue.";
        if (deletions.At("filter.subjectBeginsWith")?.AsWritten != "/blobServices/default/containers/${articlesContainer}/")
            yield return "The subject filter of deletions is not that of one container, up to its slash.";
        if ((deletions.At("filter.includedEventTypes") as BicepValue.List)?.Texts.ToHashSet().SetEquals(["Microsoft.Storage.BlobDeleted"]) != true)
            yield return "Other events than those of deleted blobs go to their queue.";
        if (!infra.Text(RolesCheck.Path).Contains($"name: '{queue}'", StringComparison.Ordinal))
            yield return $"Event Grid has no role on the queue {queue}.";
    }
}
