using System.Globalization;
using Pipeline.LocalCosmos.Charges;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Feeds;

/// <summary>All items of a container or of one partition, page by page, in the order of their creation.</summary>
internal sealed class ReadFeedEndpoint(StorageEngine storage, TimeProvider clock)
{
    public CosmosResponse Read(CosmosRequest request, ContainerResource container)
    {
        var feed = FeedRequest.From(request);
        var token = request.Header(CosmosHeaders.Continuation);
        if (!long.TryParse(token ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            return CosmosResponse.BadRequest($"'{token}' is no continuation of a feed of this container.");

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var lsn = container.Lsn;
        var page = storage.Readers.Read(connection => FeedPage.Read(
            connection.Statement($"""
                SELECT body, rowid FROM {container.Table}
                WHERE rowid > ?1 AND (expires IS NULL OR expires > ?2) AND (?3 IS NULL OR pk = ?3) ORDER BY rowid
                """).Bind(1, after).Bind(2, now).BindOrNull(3, feed.PartitionKey),
            feed.MaxItemCount));

        var response = ResourceFeed.Of(
            container.Rid, "Documents", page.Items, RequestCharge.Read(page.Bytes), lsn);
        return page.HasMore
            ? response.With(CosmosHeaders.Continuation, page.Last.ToString(CultureInfo.InvariantCulture))
            : response;
    }
}
