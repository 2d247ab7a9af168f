using Pipeline.LocalCosmos.Charges;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Items;

/// <summary>Single items: create, upsert, read, replace, delete.</summary>
internal sealed class ItemsEndpoint(StorageEngine storage, TimeProvider clock)
{
    private readonly ItemWriter _writer = new(clock);

    public async Task<CosmosResponse> WriteAsync(CosmosRequest request, ContainerResource container)
    {
        var item = Parse(request, container);
        var conditions = ItemConditions.From(request);
        var upsert = request.IsTrue(CosmosHeaders.IsUpsert);
        var response = await WriteAsync(container, connection => upsert
            ? _writer.Upsert(connection, container, item, conditions)
            : _writer.Create(connection, container, item)).ConfigureAwait(false);
        return Shape(request, response);
    }

    public async Task<CosmosResponse> ReplaceAsync(CosmosRequest request, ContainerResource container, string id)
    {
        var item = Parse(request, container);
        var conditions = ItemConditions.From(request);
        var response = await WriteAsync(container, connection => _writer.Replace(connection, container, item, id, conditions))
            .ConfigureAwait(false);
        return Shape(request, response);
    }

    public Task<CosmosResponse> DeleteAsync(CosmosRequest request, ContainerResource container, string id)
    {
        var partitionKey = RequiredPartitionKey(request);
        var conditions = ItemConditions.From(request);
        return WriteAsync(container, connection => _writer.Delete(connection, container, partitionKey, id, conditions));
    }

    public CosmosResponse Read(CosmosRequest request, ContainerResource container, string id)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var found = storage.Readers.Read((container, Key: RequiredPartitionKey(request), id, now), static (connection, ask) =>
        {
            var statement = connection.Statement(ask.container.Sql.Find).Bind(1, ask.Key).Bind(2, ask.id).Bind(3, ask.now);
            if (!statement.Read())
                return default;
            var item = new StoredItem(statement.Utf8(0), statement.Text(1));
            statement.Reset();
            return item;
        });

        if (found.Body is null)
            return ItemResponses.NotFound(container.Lsn);
        return ItemConditions.From(request).IsUnchanged(found.ETag)
            ? new CosmosResponse(304) { Charge = RequestCharge.Miss, ETag = found.ETag, Lsn = container.Lsn }
            : new CosmosResponse(200, found.Body)
            {
                Charge = RequestCharge.Read(found.Body.Length), ETag = found.ETag, Lsn = container.Lsn,
            };
    }

    private static ItemContent Parse(CosmosRequest request, ContainerResource container)
    {
        if (request.Body.Length > ItemResponses.LargestItem)
            throw new RequestRefusedException(ItemResponses.TooLarge);
        var item = ItemContent.Parse(request.Body.Span, container.Definition);
        var given = PartitionKeyText.FromHeader(request.Header(CosmosHeaders.PartitionKey));
        return given is null || given == item.PartitionKey
            ? item
            : throw new RequestRefusedException(ItemResponses.PartitionKeyMismatch);
    }

    private static string RequiredPartitionKey(CosmosRequest request) =>
        PartitionKeyText.FromHeader(request.Header(CosmosHeaders.PartitionKey))
        ?? throw RequestRefusedException.BadRequest("PartitionKey value must be supplied for this operation.");

    private static CosmosResponse Shape(CosmosRequest request, CosmosResponse response) =>
        response.IsSuccess && request.PrefersMinimal
            ? new CosmosResponse(response.Status) { Charge = response.Charge, ETag = response.ETag, Lsn = response.Lsn }
            : response;

    private Task<CosmosResponse> WriteAsync(ContainerResource container, Func<StorageConnection, CosmosResponse> write) =>
        storage.Writer.WriteAsync(
            connection =>
            {
                var response = container.Sequence.Deleted ? Catalog.ContainerNotFound : write(connection);
                return (response, response.IsSuccess);
            },
            response => container.Sequence.Commit(response.Lsn));
}
