using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Query;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Queries;

/// <summary>
/// Queries over databases, containers and offers. They are few and lie in memory, so each query gets a table of its own in an
/// empty database, and an engine of its own, which may make its indexes there, answers it as it would for items.
/// </summary>
internal sealed class ResourceQueries(TimeProvider clock)
{
    private const string Table = "resources";

    public CosmosResponse Execute(CosmosRequest request, string rid, string property, IEnumerable<byte[]> resources)
    {
        var text = QueryText.Parse(request.Body);
        using var connection = new StorageConnection("Data Source=:memory:", DocumentTable.CreateStatement(Table));
        Fill(connection, resources);
        var engine = new QueryEngine(clock);
        try
        {
            var page = engine.Execute(connection.Sqlite, new QueryRequest
            {
                Table = Table,
                Query = new QueryCompiler(engine).Compile(text.Text),
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
        foreach (var body in resources)
            connection.Statement($"INSERT INTO {Table} (id, pk, body) VALUES (?1 ->> '$.id', '', ?1)").Bind(1, body).Execute();
    }
}
