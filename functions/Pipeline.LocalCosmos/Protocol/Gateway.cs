using Pipeline.LocalCosmos.Batches;
using Pipeline.LocalCosmos.Feeds;
using Pipeline.LocalCosmos.Items;
using Pipeline.LocalCosmos.Patches;
using Pipeline.LocalCosmos.Queries;
using Pipeline.LocalCosmos.Query;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

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
    private readonly ItemsEndpoint _items;
    private readonly BatchEndpoint _batches;
    private readonly QueryEndpoint _queries;
    private readonly ReadFeedEndpoint _readFeed;
    private readonly ChangeFeedEndpoint _changeFeed;

    public Gateway(StorageEngine storage, TimeProvider clock)
    {
        var engine = new QueryEngine(clock, storage.RunDdl);
        var compiler = new QueryCompiler(engine);
        var patches = new PatchParser(compiler.CompileCondition);
        var catalog = Catalog.Load(storage, container => storage.Readers.Read(connection =>
        {
            engine.EnsureIndexes(connection.Sqlite, container.Table, container.Definition.IndexingPolicy);
            return container;
        }));
        _catalog = catalog;
        _queries = new QueryEndpoint(storage, engine, compiler, clock);
        _databases = new DatabasesEndpoint(storage, catalog, clock);
        _containers = new ContainersEndpoint(storage, catalog, clock);
        _items = new ItemsEndpoint(storage, patches, clock);
        _batches = new BatchEndpoint(_items, patches);
        _readFeed = new ReadFeedEndpoint(storage, clock);
        _changeFeed = new ChangeFeedEndpoint(storage, clock);
    }

    public async Task<CosmosResponse> HandleAsync(CosmosRequest request)
    {
        try
        {
            return await RouteAsync(request).ConfigureAwait(false);
        }
        catch (RequestRefusedException refused)
        {
            return refused.Response;
        }
    }

    private Task<CosmosResponse> RouteAsync(CosmosRequest request) => request.Segments switch
    {
        [] => Task.FromResult(AccountEndpoint.Read(request)),
        ["dbs", .. var rest] => DatabasesAsync(request, rest),
        _ => Task.FromResult(NotSupported(request)),
    };

    private Task<CosmosResponse> DatabasesAsync(CosmosRequest request, ReadOnlySpan<string> path)
    {
        if (path is [])
            return request.Method.Method switch
            {
                "GET" => Task.FromResult(_databases.List()),
                "POST" when !request.IsQuery => _databases.CreateAsync(request),
                _ => Task.FromResult(NotSupported(request)),
            };

        if (path is [var id])
            return request.Method.Method switch
            {
                "GET" => Task.FromResult(_databases.Read(id)),
                "DELETE" => _databases.DeleteAsync(id),
                _ => Task.FromResult(NotSupported(request)),
            };

        if (_catalog.Current.Database(path[0]) is not { } database)
            return Task.FromResult(Catalog.DatabaseNotFound);
        return path[1] == "colls" ? ContainersAsync(request, database, path[2..]) : Task.FromResult(NotSupported(request));
    }

    private Task<CosmosResponse> ContainersAsync(CosmosRequest request, DatabaseResource database, ReadOnlySpan<string> path)
    {
        if (path is [])
            return request.Method.Method switch
            {
                "GET" => Task.FromResult(_containers.List(database)),
                "POST" when !request.IsQuery => _containers.CreateAsync(request, database),
                _ => Task.FromResult(NotSupported(request)),
            };

        if (_catalog.Current.Container(database.Id, path[0]) is not { } container)
            return Task.FromResult(Catalog.ContainerNotFound);
        if (path.Length > 1)
            return ChildrenAsync(request, container, path[1..]);
        return request.Method.Method switch
        {
            "GET" => Task.FromResult(ContainersEndpoint.Read(container)),
            "PUT" => _containers.ReplaceAsync(request, container),
            "DELETE" => _containers.DeleteAsync(container),
            _ => Task.FromResult(NotSupported(request)),
        };
    }

    private Task<CosmosResponse> ChildrenAsync(CosmosRequest request, ContainerResource container, ReadOnlySpan<string> path)
    {
        // The SDK remembers a container by its rid; after a delete and create under the same name it must look again.
        if (request.Header(CosmosHeaders.IntendedContainerRid) is { } intended && intended != container.Rid)
            return Task.FromResult(CosmosResponse.BadRequest("The container of this name is another one now.", 1024));

        return path switch
        {
            ["pkranges"] when request.Method == HttpMethod.Get =>
                Task.FromResult(PartitionKeyRangesEndpoint.Read(request, container)),
            ["docs"] when request.Method == HttpMethod.Post => PostItemsAsync(request, container),
            ["docs"] when request.Method == HttpMethod.Get => Task.FromResult(request.Header(CosmosHeaders.Aim) is null
                ? _readFeed.Read(request, container)
                : _changeFeed.Read(request, container)),
            ["docs", var id] => ItemAsync(request, container, id),
            _ => Task.FromResult(NotSupported(request)),
        };
    }

    private Task<CosmosResponse> PostItemsAsync(CosmosRequest request, ContainerResource container)
    {
        if (request.IsTrue(CosmosHeaders.IsBatch))
            return _batches.ExecuteAsync(request, container);
        if (request.IsTrue(CosmosHeaders.IsQueryPlan))
            return Task.FromResult(_queries.Plan(request));
        if (request.IsQuery)
            return Task.FromResult(_queries.Execute(request, container));
        return _items.WriteAsync(request, container);
    }

    private Task<CosmosResponse> ItemAsync(CosmosRequest request, ContainerResource container, string id) =>
        request.Method.Method switch
        {
            "GET" => Task.FromResult(_items.Read(request, container, id)),
            "PUT" => _items.ReplaceAsync(request, container, id),
            "PATCH" => _items.PatchAsync(request, container, id),
            "DELETE" => _items.DeleteAsync(request, container, id),
            _ => Task.FromResult(NotSupported(request)),
        };

    private static CosmosResponse NotSupported(CosmosRequest request) => CosmosResponse.BadRequest(
        $"LocalCosmos does not support {request.Method} /{string.Join('/', request.Segments)}.");
}
