using System.Text;
using Pipeline.LocalCosmos.Charges;
using Pipeline.LocalCosmos.Feeds;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Query;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Queries;

/// <summary>
/// Queries and their plans. There is one range of keys, so a plan that asks nothing of the SDK makes it send every query as it
/// is written, and every answer is whole.
/// </summary>
internal sealed class QueryEndpoint(StorageEngine storage, QueryEngine engine, QueryCompiler compiler, TimeProvider clock)
{
    private static readonly byte[] PassThroughPlan = Encoding.UTF8.GetBytes("""
        {"partitionedQueryExecutionInfoVersion":2,"queryInfo":{"distinctType":"None","top":null,"offset":null,"limit":null,
        "orderBy":[],"orderByExpressions":[],"groupByExpressions":[],"groupByAliases":[],"aggregates":[],
        "groupByAliasToAggregateType":{},"rewrittenQuery":"","hasSelectValue":false,"dCountInfo":null,
        "hasNonStreamingOrderBy":false},"queryRanges":[{"min":"","max":"FF","isMinInclusive":true,"isMaxInclusive":false}]}
        """);

    public CosmosResponse Plan(CosmosRequest request)
    {
        compiler.Compile(QueryText.Parse(request.Body).Text);
        return new CosmosResponse(200, PassThroughPlan);
    }

    public CosmosResponse Execute(CosmosRequest request, ContainerResource container)
    {
        var feed = FeedRequest.From(request);
        var text = QueryText.Parse(request.Body);
        var query = new QueryRequest
        {
            Table = container.Table,
            Query = compiler.Compile(text.Text),
            Parameters = text.Parameters,
            PartitionKey = feed.PartitionKey,
            PartitionKeyPath = container.Definition.PartitionKey.Segments,
            MaxItemCount = feed.MaxItemCount,
            Continuation = request.Header(CosmosHeaders.Continuation),
            Now = clock.GetUtcNow().ToUnixTimeSeconds(),
        };

        var lsn = container.Lsn;
        try
        {
            var page = storage.Readers.Read(connection => engine.Execute(connection.Sqlite, query));
            var charge = RequestCharge.Query(page.DocumentsRead, page.Items.Sum(item => item.Length));
            return ResourceFeed.Of(container.Rid, "Documents", page.Items, charge, lsn)
                .With(CosmosHeaders.Continuation, page.Continuation);
        }
        catch (QueryException exception)
        {
            return CosmosResponse.BadRequest(exception.Message);
        }
    }
}
