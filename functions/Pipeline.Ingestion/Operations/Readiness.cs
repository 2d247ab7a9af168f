using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Cosmos;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Stages;

namespace Pipeline.Ingestion.Operations;

/// <summary>Whether an article dropped now would get through: every container and queue of the map can be reached.</summary>
public sealed class Readiness(BlobServiceClient blobs, QueueServiceClient queues, CosmosContainers cosmos)
{
    // A probe waits no longer; a service that answers later is out of order for it.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public async Task<ReadinessReport> CheckAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        var checks = PipelineMap.BlobContainers
            .Select(name => CheckAsync($"container {name}", cancel => blobs.GetBlobContainerClient(name).GetPropertiesAsync(cancellationToken: cancel), limit.Token))
            .Concat(PipelineMap.Queues
                .Select(name => CheckAsync($"queue {name}", cancel => queues.GetQueueClient(name).GetPropertiesAsync(cancel), limit.Token)))
            .Concat(((ReadOnlySpan<Container>)[cosmos.Articles, cosmos.Fingerprints]).ToArray()
                .Select(container => CheckAsync($"database container {container.Id}", cancel => ReadAsync(container, cancel), limit.Token)));
        var results = await Task.WhenAll(checks);
        cancellationToken.ThrowIfCancellationRequested();
        return new ReadinessReport(results.All(result => result.Fault is null), results);
    }

    private static async Task<ReadinessCheck> CheckAsync(string part, Func<CancellationToken, Task> ask, CancellationToken cancellationToken)
    {
        try
        {
            await ask(cancellationToken);
            return new ReadinessCheck(part, null);
        }
        catch (OperationCanceledException)
        {
            return new ReadinessCheck(part, $"No answer within {Limit.TotalSeconds:0} seconds.");
        }
        catch (Exception exception) when (ServiceFailure.TryRead(exception) is { } outcome)
        {
            return new ReadinessCheck(part, outcome switch
            {
                StageOutcome.Retry retry => retry.Failure.Reason,
                StageOutcome.Quarantine lasting => lasting.Failure.Reason,
                _ => exception.Message,
            });
        }
    }

    // Asks for an item that is not there: it needs no more rights than the app has, and costs one request unit.
    private static async Task ReadAsync(Container container, CancellationToken cancellationToken)
    {
        const string nobody = "readiness";
        using var answer = await container.ReadItemStreamAsync(nobody, new PartitionKey(nobody), cancellationToken: cancellationToken);
        if (answer.StatusCode != HttpStatusCode.NotFound || answer.Headers.GetValueOrDefault("x-ms-substatus") is "1003")
        {
            answer.EnsureSuccessStatusCode();
        }
    }
}
