using Microsoft.Data.Sqlite;
using Pipeline.LocalCosmos.Batches;
using Pipeline.LocalCosmos.Feeds;
using Pipeline.LocalCosmos.Items;
using Pipeline.LocalCosmos.Patches;
using Pipeline.LocalCosmos.Queries;
using Pipeline.LocalCosmos.Query;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;
using Pipeline.LocalCosmos.Throughput;

namespace Pipeline.LocalCosmos.Protocol;

/// <summary>
/// Finds who answers a request.
/// <code>
///   /                                       the account
///   /dbs[/{db}]                             databases
///   /dbs/{db}/colls[/{c}]                   containers
///   /dbs/{db}/colls/{c}/pkranges            the one partition key range
///   /dbs/{db}/colls/{c}/docs[/{id}]         items: what a POST means is told by its headers
///   /offers[/{rid}]                         throughput
/// </code>
/// </summary>
internal sealed class Gateway
{
    private readonly Catalog _catalog;
    private readonly DatabasesEndpoint _databases;
    private readonly ContainersEndpoint _containers;
    private readonly OffersEndpoint _offers;
    private readonly ItemsEndpoint _items;
    private readonly BatchEndpoint _batches;
    private readonly QueryEndpoint _queries;
    private readonly ReadFeedEndpoint _readFeed;
    private readonly ChangeFeedEndpoint _changeFeed;

    public Gateway(StorageEngine storage, TimeProvider clock)
    {
        // Indexes from the first document on: what a query reads, and so its charge, must not jump with the container's size.
        var engine = new QueryEngine(clock, storage.RunDdl, smallContainer: 0);
        var compiler = new QueryCompiler(engine);
        var resources = new ResourceQueries(clock);
        var patches = new PatchParser(compiler.CompileCondition);
        _catalog = Catalog.Load(storage, container => storage.Readers.Read(connection =>
        {
            engine.EnsureIndexes(connection.Sqlite, container.Table, container.Definition.IndexingPolicy);
            return container;
        }));
        _databases = new DatabasesEndpoint(storage, _catalog, resources, clock);
        _containers = new ContainersEndpoint(storage, _catalog, resources, clock);
        _offers = new OffersEndpoint(storage, resources);
        _items = new ItemsEndpoint(storage, patches, clock);
        _batches = new BatchEndpoint(_items, patches);
        _queries = new QueryEndpoint(storage, engine, compiler, clock);
        _readFeed = new ReadFeedEndpoint(storage, clock);
        _changeFeed = new ChangeFeedEndpoint(storage, clock);
    }

    public async ValueTask<CosmosResponse> HandleAsync(CosmosRequest request)
    {
        try
        {
            return await RouteAsync(request);
        }
        catch (RequestRefusedException refused)
        {
            return refused.Response;
        }
        catch (Exception exception) when (exception is StorageException or SqliteException)
        {
            return CosmosResponse.Error(500, "InternalServerError", exception.Message);
        }
    }

    private ValueTask<CosmosResponse> RouteAsync(CosmosRequest request) => (request.Method.Method, request.Segments) switch
    {
        ("GET", []) => new(AccountEndpoint.Read(request)),
        ("GET", ["dbs"]) => new(_databases.List()),
        ("POST", ["dbs"]) when request.IsQuery => new(_databases.Query(request)),
        ("POST", ["dbs"]) => new(_databases.CreateAsync(request)),
        ("GET", ["dbs", var id]) => new(_databases.Read(id)),
        ("DELETE", ["dbs", var id]) => new(_databases.DeleteAsync(id)),
        (_, ["dbs", var id, "colls", ..]) => _catalog.Current.Database(id) is { } database
            ? RouteAsync(request, database)
            : new(Catalog.DatabaseNotFound),
        ("GET", ["offers"]) => new(_offers.List()),
        ("POST", ["offers"]) when request.IsQuery => new(_offers.Query(request)),
        ("GET", ["offers", var rid]) => new(_offers.Read(rid)),
        ("PUT", ["offers", var rid]) => new(_offers.ReplaceAsync(request, rid)),
        _ => new(NotSupported(request)),
    };

    private ValueTask<CosmosResponse> RouteAsync(CosmosRequest request, DatabaseResource database) =>
        (request.Method.Method, request.Segments) switch
        {
            ("GET", [_, _, _]) => new(_containers.List(database)),
            ("POST", [_, _, _]) when request.IsQuery => new(_containers.Query(request, database)),
            ("POST", [_, _, _]) => new(_containers.CreateAsync(request, database)),
            (_, [_, _, _, var id, ..]) => _catalog.Current.Container(database.Id, id) is { } container
                ? RouteAsync(request, container)
                : new(Catalog.ContainerNotFound),
            _ => new(NotSupported(request)),
        };

    private ValueTask<CosmosResponse> RouteAsync(CosmosRequest request, ContainerResource container)
    {
        // The SDK remembers a container by its rid; after a delete and create under the same name it must look again.
        if (request.Header(CosmosHeaders.IntendedContainerRid) is { } intended && intended != container.Rid)
            return new(CosmosResponse.BadRequest("The container of this name is another one now.", 1024));

        return (request.Method.Method, request.Segments) switch
        {
            ("GET", [_, _, _, _]) => new(ContainersEndpoint.Read(container)),
            ("PUT", [_, _, _, _]) => new(_containers.ReplaceAsync(request, container)),
            ("DELETE", [_, _, _, _]) => new(_containers.DeleteAsync(container)),
            ("GET", [_, _, _, _, "pkranges"]) => new(PartitionKeyRangesEndpoint.Read(request, container)),
            ("GET", [_, _, _, _, "docs"]) when request.Header(CosmosHeaders.Aim) is not null =>
                new(_changeFeed.Read(request, container)),
            ("GET", [_, _, _, _, "docs"]) => new(_readFeed.Read(request, container)),
            ("POST", [_, _, _, _, "docs"]) => PostItemsAsync(request, container),
            ("GET", [_, _, _, _, "docs", var id]) => new(_items.Read(request, container, id)),
            ("PUT", [_, _, _, _, "docs", var id]) => new(_items.ReplaceAsync(request, container, id)),
            ("PATCH", [_, _, _, _, "docs", var id]) => new(_items.PatchAsync(request, container, id)),
            ("DELETE", [_, _, _, _, "docs", var id]) => new(_items.DeleteAsync(request, container, id)),
            _ => new(NotSupported(request)),
        };
    }

    private ValueTask<CosmosResponse> PostItemsAsync(CosmosRequest request, ContainerResource container)
    {
        if (request.IsTrue(CosmosHeaders.IsBatch))
            return new(_batches.ExecuteAsync(request, container));
        if (request.IsTrue(CosmosHeaders.IsQueryPlan))
            return new(_queries.Plan(request));
        return request.IsQuery
            ? new(_queries.Execute(request, container))
            : new(_items.WriteAsync(request, container));
    }

    private static CosmosResponse NotSupported(CosmosRequest request) => CosmosResponse.BadRequest(
        $"LocalCosmos does not support {request.Method} /{string.Join('/', request.Segments)}.");
}
