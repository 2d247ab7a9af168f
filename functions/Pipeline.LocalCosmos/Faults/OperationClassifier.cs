using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Faults;

internal static class OperationClassifier
{
    public static FaultTarget Classify(CosmosRequest request)
    {
        var path = request.Segments;
        var isDocs = path.Length >= 5 && path[4] == "docs";
        return new FaultTarget(
            isDocs ? OfItems(request, path.Length > 5) : CosmosOperation.Management,
            path is ["dbs", var database, ..] ? database : null,
            path is ["dbs", _, "colls", var container, ..] ? container : null,
            isDocs && path.Length > 5 ? path[5] : null,
            request.Header(CosmosHeaders.PartitionKey));
    }

    private static CosmosOperation OfItems(CosmosRequest request, bool namesItem) => request.Method.Method switch
    {
        "GET" when namesItem => CosmosOperation.ReadItem,
        "GET" when request.Header(CosmosHeaders.Aim) is not null => CosmosOperation.ChangeFeed,
        "GET" => CosmosOperation.ReadFeed,
        "PUT" => CosmosOperation.ReplaceItem,
        "DELETE" => CosmosOperation.DeleteItem,
        "PATCH" => CosmosOperation.PatchItem,
        _ when request.IsTrue(CosmosHeaders.IsBatch) => CosmosOperation.Batch,
        _ when request.IsQuery || request.IsTrue(CosmosHeaders.IsQueryPlan) => CosmosOperation.Query,
        _ when request.IsTrue(CosmosHeaders.IsUpsert) => CosmosOperation.UpsertItem,
        _ => CosmosOperation.CreateItem,
    };
}
