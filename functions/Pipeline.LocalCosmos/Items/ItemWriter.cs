using Pipeline.LocalCosmos.Charges;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Items;

/// <summary>
/// What operations do to a container's table. Runs on the writer's thread, inside a savepoint: a refusal (status 400 and
/// above) leaves nothing behind.
/// </summary>
internal sealed class ItemWriter(TimeProvider clock)
{
    private const int ConstraintViolated = 19;
    private const int PrimaryResultCode = 0xff;

    public CosmosResponse Execute(StorageConnection connection, ContainerResource container, ItemOperation operation)
    {
        // 1. what has expired is gone   2. find the row   3. check the conditions   4. write
        if (container.Sequence.Deleted)
            return Catalog.ContainerNotFound;

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (container.Definition.DefaultTimeToLive is not null)
            connection.Statement(container.Sql.Sweep).Bind(1, now).Execute();

        try
        {
            var target = new Target(connection, container, operation, now);
            var id = operation.Id ?? operation.Content!.Id;
            var response = ItemRow.Find(connection, container, operation.PartitionKey, id) is { } row
                ? OnExisting(target, row)
                : OnMissing(target);
            return operation.Minimal && response.IsSuccess ? response.WithoutBody() : response;
        }
        catch (RequestRefusedException refused)
        {
            return refused.Response;
        }
    }

    private static CosmosResponse OnMissing(Target target) =>
        target.Operation.Kind is ItemOperationKind.Create or ItemOperationKind.Upsert
            ? Insert(target, target.Operation.Content!)
            : ItemResponses.NotFound(target.Container.Lsn);

    private static CosmosResponse OnExisting(Target target, ItemRow row)
    {
        var (operation, lsn) = (target.Operation, target.Container.Lsn);
        if (operation.Kind == ItemOperationKind.Create)
            return ItemResponses.Conflict(lsn, RequestCharge.Read(operation.Content!.Properties.Length));
        if (operation.Kind == ItemOperationKind.Read)
            return ItemResponses.Found(ItemRow.Read(target.Connection, target.Container, row), operation.Conditions, lsn);
        if (!operation.Conditions.AllowsChangeOf(row.ETag))
            return ItemResponses.PreconditionFailed(lsn);

        return operation.Kind switch
        {
            ItemOperationKind.Delete => Delete(target, row),
            ItemOperationKind.Patch => Patch(target, row),
            _ when operation.Id is null || operation.Id == operation.Content!.Id => Update(target, row, operation.Content!),
            _ => ItemResponses.OtherId,
        };
    }

    private static CosmosResponse Delete(Target target, ItemRow row)
    {
        target.Connection.Statement(target.Container.Sql.Delete).Bind(1, row.Number).Execute();
        return new CosmosResponse(204) { Charge = RequestCharge.Write(row.Size, 0), Lsn = target.NextLsn() };
    }

    private static CosmosResponse Patch(Target target, ItemRow row)
    {
        var current = ItemRow.Read(target.Connection, target.Container, row);
        var patch = target.Operation.Patch!;
        if (!patch.AppliesTo(current.Body))
            return ItemResponses.PreconditionFailed(target.Container.Lsn);

        var content = ItemContent.Parse(patch.Apply(current.Body), target.Container.Definition);
        if (content.Id != target.Operation.Id)
            return ItemResponses.OtherId;
        return content.PartitionKey == target.Operation.PartitionKey
            ? Update(target, row, content)
            : CosmosResponse.BadRequest("A patch cannot change the partition key.");
    }

    private static CosmosResponse Insert(Target target, ItemContent item)
    {
        var (container, now, lsn) = (target.Container, target.Now, target.NextLsn());
        var stored = ItemStamp.Apply(container, item.Properties, lsn, lsn, now);
        var charge = RequestCharge.Write(stored.Body.Length, item.IndexedValues);
        return Save(201, target, stored, lsn, charge, target.Connection.Statement(container.Sql.Insert)
            .Bind(1, lsn).Bind(2, stored.Body).Bind(3, stored.ETag).Bind(4, now).Bind(5, lsn)
            .Bind(6, Expires(target, item)).Bind(7, item.PartitionKey).Bind(8, item.Id));
    }

    private static CosmosResponse Update(Target target, ItemRow row, ItemContent item)
    {
        var (container, now, lsn) = (target.Container, target.Now, target.NextLsn());
        var stored = ItemStamp.Apply(container, item.Properties, row.Number, lsn, now);

        // The old index entries go, the new ones come: both are paid for.
        var charge = RequestCharge.Write(stored.Body.Length, 2 * item.IndexedValues);
        return Save(200, target, stored, lsn, charge, target.Connection.Statement(container.Sql.Update)
            .Bind(1, row.Number).Bind(2, stored.Body).Bind(3, stored.ETag).Bind(4, now).Bind(5, lsn)
            .Bind(6, Expires(target, item)));
    }

    private static CosmosResponse Save(
        int status, Target target, StoredItem stored, long lsn, double charge, SqliteStatement statement)
    {
        if (stored.Body.Length > ItemResponses.LargestItem)
            return ItemResponses.TooLarge;
        try
        {
            statement.Execute();
        }
        catch (StorageException exception) when ((exception.ResultCode & PrimaryResultCode) == ConstraintViolated)
        {
            return ItemResponses.UniqueKeyConflict(target.Container.Lsn, charge);
        }

        return new CosmosResponse(status, stored.Body) { Charge = charge, ETag = stored.ETag, Lsn = lsn };
    }

    private static long? Expires(Target target, ItemContent item) =>
        target.Container.Definition.DefaultTimeToLive is { } containers && (item.TimeToLive ?? containers) is > 0 and var seconds
            ? target.Now + seconds
            : null;

    private readonly record struct Target(
        StorageConnection Connection, ContainerResource Container, ItemOperation Operation, long Now)
    {
        public long NextLsn()
        {
            var lsn = Container.Sequence.Next();
            Connection.Statement(Container.Sql.SaveLsn).Bind(1, lsn).Bind(2, Container.Number).Execute();
            return lsn;
        }
    }
}
