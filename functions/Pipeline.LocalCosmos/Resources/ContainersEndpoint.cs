using System.Text;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Queries;
using Pipeline.LocalCosmos.Storage;
using Pipeline.LocalCosmos.Throughput;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>Creates, lists, reads, replaces and deletes containers.</summary>
internal sealed class ContainersEndpoint(StorageEngine storage, Catalog catalog, ResourceQueries queries, TimeProvider clock)
{
    private const string FeedProperty = "DocumentCollections";

    public CosmosResponse List(DatabaseResource database) => ResourceFeed.Of(database.Rid, FeedProperty, Bodies(database));

    public CosmosResponse Query(CosmosRequest request, DatabaseResource database) =>
        queries.Execute(request, database.Rid, FeedProperty, Bodies(database));

    public static CosmosResponse Read(ContainerResource container) =>
        new(200, container.Body) { Charge = 1, ETag = container.ETag, Lsn = container.Lsn };

    public Task<CosmosResponse> CreateAsync(CosmosRequest request, DatabaseResource database)
    {
        var definition = ContainerDefinition.Parse(request.Body.Span);
        ContainerResource? created = null;
        return storage.Writer.WriteAsync(
            connection =>
            {
                if (Exists(connection, database, definition.Id))
                    return (CosmosResponse.Error(409, "Conflict", $"The container '{definition.Id}' already exists."), false);

                var insert = connection.Statement("""
                    INSERT INTO containers (database, id, body, etag, lsn) VALUES (?1, ?2, '', '', 0) RETURNING number
                    """).Bind(1, database.Number).Bind(2, definition.Id);
                insert.Read();
                var number = insert.Integer(0);
                insert.Reset();

                created = Save(connection, database, number, definition, ResourceJson.ETag(1), new SequenceNumber(0));
                connection.Run(DocumentTable.CreateStatement(created.Table));
                UniqueKeyIndexes.Create(connection, created);
                if (OfferContent.From(request) is { } content)
                    OfferStore.Create(connection, created.Rid, Self(created), content);
                else if (!OfferStore.Exists(connection, database.Rid))
                    OfferStore.Create(connection, created.Rid, Self(created), OfferContent.Default);
                return (new CosmosResponse(201, created.Body) { Charge = 4.95, ETag = created.ETag }, true);
            },
            _ => catalog.Publish(created!));
    }

    public Task<CosmosResponse> ReplaceAsync(CosmosRequest request, ContainerResource container)
    {
        var definition = ContainerDefinition.Parse(request.Body.Span);
        var ifMatch = request.Header(CosmosHeaders.IfMatch);
        ContainerResource? replaced = null;
        return storage.Writer.WriteAsync(
            connection =>
            {
                if (container.Sequence.Deleted)
                    return (Catalog.ContainerNotFound, false);
                if (ifMatch is not null && ifMatch != "*" && ifMatch != container.ETag)
                    return (CosmosResponse.Error(412, "PreconditionFailed", "The container's _etag is another."), false);
                if (ImmutablePart(definition) != ImmutablePart(container.Definition))
                    return (CosmosResponse.BadRequest(
                        "The id, partition key and unique keys of a container cannot be changed."), false);

                var version = clock.GetUtcNow().ToUnixTimeMilliseconds();
                replaced = Save(connection, container.Database, container.Number, definition, ResourceJson.ETag(version),
                    container.Sequence);
                if (definition.DefaultTimeToLive != container.Definition.DefaultTimeToLive)
                    TimeToLiveUpdate.Run(connection, replaced);
                return (new CosmosResponse(200, replaced.Body) { Charge = 4.95, ETag = replaced.ETag }, true);
            },
            _ => catalog.Publish(replaced!));
    }

    public Task<CosmosResponse> DeleteAsync(ContainerResource container) => storage.Writer.WriteAsync(
        connection =>
        {
            if (container.Sequence.Deleted)
                return (Catalog.ContainerNotFound, false);
            Drop(connection, container);
            return (new CosmosResponse(204) { Charge = 4.95 }, true);
        },
        _ =>
        {
            container.Sequence.Deleted = true;
            catalog.Publish(snapshot => snapshot.Without(container));
        });

    public static void Drop(StorageConnection connection, ContainerResource container)
    {
        connection.Run($"DROP TABLE {container.Table}");
        connection.Statement("DELETE FROM containers WHERE number = ?1").Bind(1, container.Number).Execute();
        OfferStore.Delete(connection, container.Rid);
    }

    private IEnumerable<byte[]> Bodies(DatabaseResource database) =>
        catalog.Current.ContainersOf(database).Select(container => container.Body);

    private ContainerResource Save(StorageConnection connection, DatabaseResource database, long number,
        ContainerDefinition definition, string etag, SequenceNumber sequence)
    {
        var json = definition.Json;
        var rid = ResourceId.Container(database.Number, number);
        ResourceJson.Stamp(json, rid, $"dbs/{database.Rid}/colls/{rid}/", etag, clock.GetUtcNow().ToUnixTimeSeconds());
        foreach (var child in (string[])["docs", "sprocs", "triggers", "udfs", "conflicts"])
            json["_" + child] = child + "/";

        var body = Encoding.UTF8.GetBytes(json.ToJsonString());
        connection.Statement("UPDATE containers SET body = ?2, etag = ?3 WHERE number = ?1")
            .Bind(1, number).Bind(2, body).Bind(3, etag).Execute();
        return new ContainerResource(database, number, definition, body, etag, sequence);
    }

    private static bool Exists(StorageConnection connection, DatabaseResource database, string id)
    {
        var statement = connection.Statement("SELECT 1 FROM containers WHERE database = ?1 AND id = ?2")
            .Bind(1, database.Number).Bind(2, id);
        var exists = statement.Read();
        statement.Reset();
        return exists;
    }

    private static string Self(ContainerResource container) => $"dbs/{container.Database.Rid}/colls/{container.Rid}/";

    private static string ImmutablePart(ContainerDefinition definition) => string.Join('|', definition.Id,
        string.Join('/', definition.PartitionKey.Segments),
        string.Join(';', definition.UniqueKeys.Select(key => string.Join(',', key.Select(path => path.ToSqlite())))));
}
