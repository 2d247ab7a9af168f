using System.Buffers.Text;
using System.Text;
using Pipeline.LocalCosmos.Resources;

namespace Pipeline.LocalCosmos.Items;

/// <summary>Completes a user's item with <c>_rid</c>, <c>_self</c>, <c>_etag</c>, <c>_attachments</c> and <c>_ts</c>.</summary>
internal static class ItemStamp
{
    private const int SystemPropertiesAtMost = 320;

    /// <param name="container">Where the item lives.</param>
    /// <param name="properties">The user's own properties without braces.</param>
    /// <param name="document">The document's number, which makes its rid.</param>
    /// <param name="lsn">The sequence number of this write; it makes the ETag, so no two writes share one.</param>
    /// <param name="timestamp">Unix seconds.</param>
    public static StoredItem Apply(
        ContainerResource container, ReadOnlySpan<byte> properties, long document, long lsn, long timestamp)
    {
        var rid = ResourceId.Document(container.Database.Number, container.Number, document);
        var etag = ResourceJson.ETag(lsn);

        var body = new byte[properties.Length + SystemPropertiesAtMost];
        var rest = body.AsSpan();
        Append(ref rest, "{"u8);
        Append(ref rest, properties);
        Append(ref rest, ",\"_rid\":\""u8);
        Append(ref rest, rid);
        Append(ref rest, "\",\"_self\":\""u8);
        Append(ref rest, container.DocumentSelfPrefix);
        Append(ref rest, rid);
        Append(ref rest, "/\",\"_etag\":\"\\\""u8);
        Append(ref rest, etag.AsSpan(1, etag.Length - 2));
        Append(ref rest, "\\\"\",\"_attachments\":\"attachments/\",\"_ts\":"u8);
        Utf8Formatter.TryFormat(timestamp, rest, out var digits);
        rest = rest[digits..];
        Append(ref rest, "}"u8);
        return new StoredItem(body[..^rest.Length], etag);
    }

    private static void Append(ref Span<byte> rest, ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(rest);
        rest = rest[utf8.Length..];
    }

    private static void Append(ref Span<byte> rest, ReadOnlySpan<char> ascii) =>
        rest = rest[Encoding.ASCII.GetBytes(ascii, rest)..];
}
