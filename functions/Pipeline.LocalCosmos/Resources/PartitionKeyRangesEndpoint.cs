using System.Text;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>One range holds every partition key, so that each query is one request to one place.</summary>
internal static class PartitionKeyRangesEndpoint
{
    private const string ETag = "\"1\"";

    public static CosmosResponse Read(CosmosRequest request, ContainerResource container)
    {
        if (request.Header(CosmosHeaders.IfNoneMatch) == ETag)
            return new CosmosResponse(304) { ETag = ETag }.With(CosmosHeaders.ItemCount, "0");

        var rid = container.Rid;
        var range = Encoding.UTF8.GetBytes($$"""
            {"_rid":"{{rid}}","id":"0","_etag":"\"0\"","minInclusive":"","maxExclusive":"FF","ridPrefix":0,
            "_self":"dbs/{{container.Database.Rid}}/colls/{{rid}}/pkranges/0/","throughputFraction":1,"status":"online",
            "parents":[],"_ts":1,"lsn":1}
            """);
        var feed = ResourceFeed.Of(rid, "PartitionKeyRanges", [range]);
        return new CosmosResponse(200, feed.Body) { ETag = ETag }.With(CosmosHeaders.ItemCount, "1");
    }
}
