using Pipeline.LocalCosmos.Charges;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Items;

/// <summary>
/// What writes do to a container's table. Runs on the writer's thread, inside a savepoint: a refusal (status 400 and above)
/// leaves nothing behind.
/// </summary>
internal sealed class ItemWriter(TimeProvider clock)
{
    private const int ConstraintViolated = 19;
    private const int PrimaryResultCode = 0xff;

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public CosmosResponse Create(StorageConnection connection, ContainerResource container, ItemContent item)
    {
        var now = Prepare(connection, container);
        return FindRow(connection, container, item.PartitionKey, item.Id, now) is null
            ? Insert(connection, container, item, now)
            : ItemResponses.Conflict(container.Lsn, RequestCharge.Read(item.Properties.Length));
    }

    public CosmosResponse Upsert(
        StorageConnection connection, ContainerResource container, ItemContent item, ItemConditions conditions)
    {
        var now = Prepare(connection, container);
        return FindRow(connection, container, item.PartitionKey, item.Id, now) is { } row
            ? Update(connection, container, row, item, conditions, now)
            : Insert(connection, container, item, now);
    }

    public CosmosResponse Replace(
        StorageConnection connection, ContainerResource container, ItemContent item, string id, ItemConditions conditions)
    {
        var now = Prepare(connection, container);
        if (FindRow(connection, container, item.PartitionKey, id, now) is not { } row)
            return ItemResponses.NotFound(container.Lsn);
        return item.Id == id
            ? Update(connection, container, row, item, conditions, now)
            : CosmosResponse.BadRequest("An item cannot be given another id; delete it and create a new one.");
    }

    public CosmosResponse Delete(
        StorageConnection connection, ContainerResource container, string partitionKey, string id, ItemConditions conditions)
    {
        var now = Prepare(connection, container);
        if (FindRow(connection, container, partitionKey, id, now) is not { } row)
            return ItemResponses.NotFound(container.Lsn);
        if (!conditions.AllowsChangeOf(row.ETag))
            return ItemResponses.PreconditionFailed(container.Lsn);

        connection.Statement(container.Sql.Delete).Bind(1, row.Number).Execute();
        var lsn = NextLsn(connection, container);
        return new CosmosResponse(204) { Charge = RequestCharge.Write(row.Size, 0), Lsn = lsn };
    }

    /// <summary>Sweeps what has expired, so that it neither conflicts nor comes back, and tells the time of this write.</summary>
    private long Prepare(StorageConnection connection, ContainerResource container)
    {
        var now = Now;
        if (container.Definition.DefaultTimeToLive is not null)
            connection.Statement(container.Sql.Sweep).Bind(1, now).Execute();

        return now;
    }

    private static Row? FindRow(
        StorageConnection connection, ContainerResource container, string partitionKey, string id, long now)
    {
        var statement = connection.Statement(container.Sql.FindForWrite).Bind(1, partitionKey).Bind(2, id).Bind(3, now);
        if (!statement.Read())
            return null;
        var row = new Row(statement.Integer(1), statement.Text(0), (int)statement.Integer(2));
        statement.Reset();
        return row;
    }

    private static CosmosResponse Insert(StorageConnection connection, ContainerResource container, ItemContent item, long now)
    {
        var lsn = NextLsn(connection, container);
        var stored = ItemStamp.Apply(container, item.Properties, lsn, lsn, now);
        if (stored.Body.Length > ItemResponses.LargestItem)
            return ItemResponses.TooLarge;

        var charge = RequestCharge.Write(stored.Body.Length, item.IndexedValues);
        try
        {
            connection.Statement(container.Sql.Insert)
                .Bind(1, lsn).Bind(2, item.PartitionKey).Bind(3, item.Id).Bind(4, stored.Body).Bind(5, stored.ETag)
                .Bind(6, now).Bind(7, lsn).Bind(8, Expires(container, item, now)).Execute();
        }
        catch (StorageException exception) when ((exception.ResultCode & PrimaryResultCode) == ConstraintViolated)
        {
            return ItemResponses.UniqueKeyConflict(container.Lsn, charge);
        }

        return new CosmosResponse(201, stored.Body) { Charge = charge, ETag = stored.ETag, Lsn = lsn };
    }

    private static CosmosResponse Update(
        StorageConnection connection, ContainerResource container, Row row, ItemContent item, ItemConditions conditions, long now)
    {
        if (!conditions.AllowsChangeOf(row.ETag))
            return ItemResponses.PreconditionFailed(container.Lsn);

        var lsn = NextLsn(connection, container);
        var stored = ItemStamp.Apply(container, item.Properties, row.Number, lsn, now);
        if (stored.Body.Length > ItemResponses.LargestItem)
            return ItemResponses.TooLarge;

        // The old index entries go, the new ones come: both are paid for.
        var charge = RequestCharge.Write(stored.Body.Length, 2 * item.IndexedValues);
        try
        {
            connection.Statement(container.Sql.Update)
                .Bind(1, row.Number).Bind(2, stored.Body).Bind(3, stored.ETag)
                .Bind(4, now).Bind(5, lsn).Bind(6, Expires(container, item, now)).Execute();
        }
        catch (StorageException exception) when ((exception.ResultCode & PrimaryResultCode) == ConstraintViolated)
        {
            return ItemResponses.UniqueKeyConflict(container.Lsn, charge);
        }

        return new CosmosResponse(200, stored.Body) { Charge = charge, ETag = stored.ETag, Lsn = lsn };
    }

    private static long NextLsn(StorageConnection connection, ContainerResource container)
    {
        var lsn = container.Sequence.Next();
        connection.Statement(container.Sql.SaveLsn).Bind(1, lsn).Bind(2, container.Number).Execute();
        return lsn;
    }

    private static long? Expires(ContainerResource container, ItemContent item, long now) =>
        container.Definition.DefaultTimeToLive is { } containers && (item.TimeToLive ?? containers) is > 0 and var seconds
            ? now + seconds
            : null;

    private readonly record struct Row(long Number, string ETag, int Size);
}
