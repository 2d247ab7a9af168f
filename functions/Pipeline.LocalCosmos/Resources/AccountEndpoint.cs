using System.Text;
using System.Text.Json.Nodes;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>The account itself: one region, session consistency, and the limits that the SDK's query planner asks for.</summary>
internal static class AccountEndpoint
{
    private const string QueryEngine = """
        {"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":500,"maxLogicalOrPerSqlQuery":500,
        "maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,
        "maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,"sqlAllowAggregateFunctions":true,
        "sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,
        "sqlAllowGroupByClause":true,"sqlAllowTop":true,"enableSpatialIndexing":false,"maxSpatialQueryCells":12,
        "spatialMaxGeometryPointCount":256}
        """;

    public static CosmosResponse Read(CosmosRequest request)
    {
        var region = new JsonArray(
            new JsonObject { ["name"] = "Local", ["databaseAccountEndpoint"] = request.BaseAddress + "/" });
        var account = new JsonObject
        {
            ["_self"] = "",
            ["id"] = "local",
            ["_rid"] = "local",
            ["media"] = "//media/",
            ["addresses"] = "//addresses/",
            ["_dbs"] = "//dbs/",
            ["writableLocations"] = region,
            ["readableLocations"] = region.DeepClone(),
            ["enableMultipleWriteLocations"] = false,
            ["userReplicationPolicy"] = Replication(),
            ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = "Session" },
            ["systemReplicationPolicy"] = Replication(),
            ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
            ["queryEngineConfiguration"] = QueryEngine.ReplaceLineEndings(""),
        };
        return new CosmosResponse(200, Encoding.UTF8.GetBytes(account.ToJsonString()));
    }

    private static JsonObject Replication() =>
        new() { ["asyncReplication"] = false, ["minReplicaSetSize"] = 1, ["maxReplicasetSize"] = 1 };
}
