using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Query;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Queries;

/// <summary>
/// Queries over databases, containers and offers. They are few and lie in memory, so each query gets a table of its own in an
/// empty database, and the engine answers it as it would for items.
/// </summary>
internal sealed class ResourceQueries(QueryEngine engine, QueryCompiler compiler)
{
    private const string Table = "resources";

    private static readonly JsonElement NothingIndexed = JsonSerializer.SerializeToElement(new { indexingMode = "none" });

    public CosmosResponse Execute(CosmosRequest request, string rid, string property, IEnumerable<byte[]> resources)
    {
        var text = QueryText.Parse(request.Body);
        using var connection = new StorageConnection("Data Source=:memory:", DocumentTable.CreateStatement(Table));
        Fill(connection, resources);
        engine.EnsureIndexes(connection.Sqlite, Table, NothingIndexed);
        try
        {
            var page = engine.Execute(connection.Sqlite, new QueryRequest
            {
                Table = Table,
                Query = compiler.Compile(text.Text),
                Parameters = text.Parameters,
                Continuation = request.Header(CosmosHeaders.Continuation),
            });
            return ResourceFeed.Of(rid, property, page.Items).With(CosmosHeaders.Continuation, page.Continuation);
        }
        catch (QueryException exception)
        {
            return CosmosResponse.BadRequest(exception.Message);
        }
    }

    private static void Fill(StorageConnection connection, IEnumerable<byte[]> resources)
    {
        var number = 0;
        foreach (var body in resources)
        {
            connection.Statement($"INSERT INTO {Table} (id, pk, body) VALUES (?1, '', ?2)")
                .Bind(1, $"{number++}").Bind(2, body).Execute();
        }
    }
}
