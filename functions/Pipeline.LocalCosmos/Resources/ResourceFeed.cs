using System.Buffers;
using System.Globalization;
using System.Text;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>A page of resources as the service wraps it: <c>{"_rid":..,"Documents":[..],"_count":n}</c>.</summary>
internal static class ResourceFeed
{
    /// <param name="rid">Of the parent.</param>
    /// <param name="property"><c>Databases</c>, <c>DocumentCollections</c>, <c>Documents</c>...</param>
    /// <param name="items">Each one JSON text.</param>
    /// <param name="charge">Request units.</param>
    /// <param name="lsn">The container's sequence number, 0 outside containers.</param>
    /// <param name="etag">Where a change feed goes on.</param>
    public static CosmosResponse Of(
        string rid, string property, IEnumerable<ReadOnlyMemory<byte>> items, double charge = 1, long lsn = 0,
        string? etag = null)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        body.Write(Encoding.UTF8.GetBytes($"{{\"_rid\":\"{rid}\",\"{property}\":["));
        var count = 0;
        foreach (var item in items)
        {
            if (count++ > 0)
                body.Write(","u8);
            body.Write(item.Span);
        }

        body.Write(Encoding.UTF8.GetBytes($"],\"_count\":{count}}}"));
        return new CosmosResponse(200, body.WrittenMemory) { Charge = charge, Lsn = lsn, ETag = etag }
            .With(CosmosHeaders.ItemCount, count.ToString(CultureInfo.InvariantCulture));
    }

    public static CosmosResponse Of(string rid, string property, IEnumerable<byte[]> items) =>
        Of(rid, property, items.Select(item => new ReadOnlyMemory<byte>(item)));
}
