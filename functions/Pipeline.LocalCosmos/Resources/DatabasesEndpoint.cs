using System.Text;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Queries;
using Pipeline.LocalCosmos.Storage;
using Pipeline.LocalCosmos.Throughput;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>Creates, lists, reads and deletes databases.</summary>
internal sealed class DatabasesEndpoint(StorageEngine storage, Catalog catalog, ResourceQueries queries, TimeProvider clock)
{
    public CosmosResponse List() => ResourceFeed.Of("", "Databases", Bodies());

    public CosmosResponse Query(CosmosRequest request) => queries.Execute(request, "", "Databases", Bodies());

    public CosmosResponse Read(string id) => catalog.Current.Database(id) is { } database
        ? new CosmosResponse(200, database.Body) { Charge = 2, ETag = database.ETag }
        : Catalog.DatabaseNotFound;

    public Task<CosmosResponse> CreateAsync(CosmosRequest request)
    {
        var json = ResourceJson.ParseObject(request.Body.Span);
        var id = ResourceJson.Id(json);
        DatabaseResource? created = null;
        return storage.Writer.WriteAsync(
            connection =>
            {
                if (catalog.Current.Databases.ContainsKey(id) || Exists(connection, id))
                    return (CosmosResponse.Error(409, "Conflict", $"The database '{id}' already exists."), false);

                var insert = connection.Statement(
                    "INSERT INTO databases (id, body, etag) VALUES (?1, '', '') RETURNING number").Bind(1, id);
                insert.Read();
                var number = insert.Integer(0);
                insert.Reset();

                var rid = ResourceId.Database(number);
                var etag = ResourceJson.ETag(number);
                ResourceJson.Stamp(json, rid, $"dbs/{rid}/", etag, clock.GetUtcNow().ToUnixTimeSeconds());
                json["_colls"] = "colls/";
                json["_users"] = "users/";
                var body = Encoding.UTF8.GetBytes(json.ToJsonString());
                connection.Statement("UPDATE databases SET body = ?2, etag = ?3 WHERE number = ?1")
                    .Bind(1, number).Bind(2, body).Bind(3, etag).Execute();
                created = new DatabaseResource(number, id, body, etag);
                if (OfferContent.From(request) is { } content)
                    OfferStore.Create(connection, rid, $"dbs/{rid}/", content);
                return (new CosmosResponse(201, body) { Charge = 4.95, ETag = etag }, true);
            },
            _ => catalog.Publish(snapshot => snapshot.With(created!)));
    }

    public Task<CosmosResponse> DeleteAsync(string id)
    {
        DatabaseResource? deleted = null;
        return storage.Writer.WriteAsync(
            connection =>
            {
                deleted = catalog.Current.Database(id);
                if (deleted is null)
                    return (Catalog.DatabaseNotFound, false);

                foreach (var container in catalog.Current.ContainersOf(deleted))
                    ContainersEndpoint.Drop(connection, container);
                connection.Statement("DELETE FROM databases WHERE number = ?1").Bind(1, deleted.Number).Execute();
                OfferStore.Delete(connection, deleted.Rid);
                return (new CosmosResponse(204) { Charge = 4.95 }, true);
            },
            _ =>
            {
                foreach (var container in catalog.Current.ContainersOf(deleted!))
                    container.Sequence.Deleted = true;
                catalog.Publish(snapshot => snapshot.Without(deleted!));
            });
    }

    private IEnumerable<byte[]> Bodies() => catalog.Current.Databases.Values.Select(database => database.Body);

    // Two creations may meet in one group, before either is published.
    private static bool Exists(StorageConnection connection, string id)
    {
        var statement = connection.Statement("SELECT 1 FROM databases WHERE id = ?1").Bind(1, id);
        var exists = statement.Read();
        statement.Reset();
        return exists;
    }
}
