using System.Net.Http.Headers;
using Pipeline.LocalCosmos.Items;
using Pipeline.LocalCosmos.Patches;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Resources;

namespace Pipeline.LocalCosmos.Batches;

/// <summary>
/// Transactional batches, which happen whole or not at all, and the requests of bulk mode, whose operations have nothing to
/// do with each other but the way they travel.
/// </summary>
internal sealed class BatchEndpoint(ItemsEndpoint items, PatchParser patches)
{
    private const int MostOperations = 100;
    private const int MultiStatus = 207;

    private static readonly MediaTypeHeaderValue Binary = new("application/octet-stream");

    private static readonly CosmosResponse FailedDependency =
        CosmosResponse.Error(424, "FailedDependency", "Another operation of the batch failed.", charge: 0);

    public async Task<CosmosResponse> ExecuteAsync(CosmosRequest request, ContainerResource container)
    {
        if (request.Body.Length > ItemResponses.LargestItem + 64 * 1024)
            return ItemResponses.TooLarge;
        var rows = await BatchCodec.ReadAsync(request.Body.ToArray());
        if (rows.Count == 0)
            return CosmosResponse.BadRequest("The batch holds no operation.");

        var responses = request.IsTrue(CosmosHeaders.BatchAtomic)
            ? await ExecuteAtomicAsync(request, container, rows)
            : await ExecuteEachAsync(container, rows);

        var body = await BatchCodec.WriteAsync(responses);
        return new CosmosResponse(responses.TrueForAll(response => response.IsSuccess) ? 200 : MultiStatus, body)
        {
            Charge = responses.Sum(response => response.Charge),
            ContentType = Binary,
            Lsn = container.Lsn,
        };
    }

    private async Task<List<CosmosResponse>> ExecuteAtomicAsync(
        CosmosRequest request, ContainerResource container, List<BatchOperationRow> rows)
    {
        if (rows.Count > MostOperations)
            throw RequestRefusedException.BadRequest($"A batch has at most {MostOperations} operations.");
        var partitionKey = PartitionKeyText.FromHeader(request.Header(CosmosHeaders.PartitionKey))
            ?? throw RequestRefusedException.BadRequest("A batch needs its partition key.");

        var operations = new List<ItemOperation>(rows.Count);
        CosmosResponse? refusal = null;
        foreach (var row in rows)
        {
            if (!TryParse(row, partitionKey, container, out var operation, out refusal))
                break;
            operations.Add(operation!);
        }

        List<CosmosResponse> responses = refusal is null
            ? await items.ExecuteAtomicallyAsync(container, operations)
            : [.. operations.Select(_ => FailedDependency), refusal];
        return responses[^1].IsSuccess ? responses : WithDependents(responses, rows.Count);
    }

    private static List<CosmosResponse> WithDependents(List<CosmosResponse> responses, int count) =>
        [.. Enumerable.Range(0, count).Select(i => i == responses.Count - 1 ? responses[i] : FailedDependency)];

    private async Task<List<CosmosResponse>> ExecuteEachAsync(ContainerResource container, List<BatchOperationRow> rows)
    {
        // All are handed in at once, in order, so that they share one commit.
        var running = rows.Select(row =>
        {
            var partitionKey = PartitionKeyText.FromHeader(row.PartitionKey)
                ?? throw RequestRefusedException.BadRequest("An operation of the batch has no partition key.");
            return TryParse(row, partitionKey, container, out var operation, out var refusal)
                ? items.ExecuteAsync(container, operation!)
                : Task.FromResult(refusal!);
        }).ToList();
        return [.. await Task.WhenAll(running)];
    }

    private bool TryParse(BatchOperationRow row, string partitionKey, ContainerResource container,
        out ItemOperation? operation, out CosmosResponse? refusal)
    {
        (operation, refusal) = (null, null);
        var hasContent = row.Kind is ItemOperationKind.Create or ItemOperationKind.Upsert or ItemOperationKind.Replace;
        if (!Enum.IsDefined(row.Kind) || (row.Id is null && !hasContent))
        {
            refusal = CosmosResponse.BadRequest($"The batch holds an operation that cannot be done: {row.Kind}.");
            return false;
        }

        try
        {
            operation = new ItemOperation(row.Kind, partitionKey)
            {
                Id = row.Id,
                Content = hasContent ? ItemContent.Parse(row.Body, container.Definition, partitionKey) : null,
                Patch = row.Kind == ItemOperationKind.Patch ? patches.Parse(row.Body) : null,
                Conditions = new ItemConditions(row.IfMatch, row.IfNoneMatch),
                Minimal = row.Minimal,
            };
            return true;
        }
        catch (RequestRefusedException refused)
        {
            refusal = refused.Response;
            return false;
        }
    }
}
