using System.Globalization;
using Pipeline.LocalCosmos.Charges;
using Pipeline.LocalCosmos.Protocol;
using Pipeline.LocalCosmos.Resources;
using Pipeline.LocalCosmos.Storage;

namespace Pipeline.LocalCosmos.Feeds;

/// <summary>
/// The change feed in latest version mode: each item as it is now, in the order of its last change. Where to go on is an
/// ETag that holds a sequence number; 304 says that nothing is newer.
/// </summary>
internal sealed class ChangeFeedEndpoint(StorageEngine storage, TimeProvider clock)
{
    private const string FromNow = "*";

    public CosmosResponse Read(CosmosRequest request, ContainerResource container)
    {
        if (request.Header(CosmosHeaders.Aim) is { } mode && !mode.StartsWith("Incremental", StringComparison.OrdinalIgnoreCase))
            return CosmosResponse.BadRequest($"LocalCosmos has the change feed in latest version mode only, not '{mode}'.");

        var feed = FeedRequest.From(request);

        // Read before the table: whatever is committed by now, the query below sees.
        var newest = container.Lsn;
        if (!TryReadStart(request, newest, out var after, out var since))
            return CosmosResponse.BadRequest("If-None-Match holds no continuation of this container's change feed.");

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var page = storage.Readers.Read(connection => FeedPage.Read(
            connection.Statement($"""
                SELECT body, lsn FROM {container.Table}
                WHERE lsn > ?1 AND ts >= ?2 AND (expires IS NULL OR expires > ?3) AND (?4 IS NULL OR pk = ?4) ORDER BY lsn
                """).Bind(1, after).Bind(2, since).Bind(3, now).BindOrNull(4, feed.PartitionKey),
            feed.MaxItemCount));

        return page.Items.Count == 0
            ? new CosmosResponse(304) { ETag = Token(Math.Max(after, newest)), Lsn = newest }.With(CosmosHeaders.ItemCount, "0")
            : ResourceFeed.Of(container.Rid, "Documents", page.Items, RequestCharge.Read(page.Bytes), newest, Token(page.Last));
    }

    private static bool TryReadStart(CosmosRequest request, long newest, out long after, out long since)
    {
        (after, since) = (0, 0);
        var token = request.Header(CosmosHeaders.IfNoneMatch);
        if (token == FromNow)
        {
            after = newest;
            return true;
        }

        if (token is not null)
            return long.TryParse(token.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out after);

        if (DateTimeOffset.TryParse(request.Header(CosmosHeaders.IfModifiedSince), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var time))
            since = time.ToUnixTimeSeconds();
        return true;
    }

    private static string Token(long lsn) => string.Create(CultureInfo.InvariantCulture, $"\"{lsn}\"");
}
