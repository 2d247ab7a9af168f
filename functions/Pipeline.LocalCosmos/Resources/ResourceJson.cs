using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCosmos.Protocol;

namespace Pipeline.LocalCosmos.Resources;

/// <summary>Reads what clients send for databases and containers, and adds what the service adds.</summary>
internal static class ResourceJson
{
    private const int LongestId = 255;

    public static JsonObject ParseObject(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonNode.Parse(utf8) as JsonObject
                ?? throw RequestRefusedException.BadRequest("The request body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw RequestRefusedException.BadRequest("The request body is not JSON: " + exception.Message);
        }
    }

    public static string Id(JsonObject json)
    {
        if (json["id"] is not JsonValue value || !value.TryGetValue<string>(out var id) || id.Length is 0 or > LongestId)
            throw RequestRefusedException.BadRequest("The resource needs an id of 1 to 255 characters.");
        if (id.AsSpan().IndexOfAny("/\\?#") >= 0 || id[^1] == ' ')
            throw RequestRefusedException.BadRequest("The id must not hold '/', '\\', '?' or '#' nor end with a space.");
        return id;
    }

    public static string ETag(long version) =>
        string.Create(CultureInfo.InvariantCulture, $"\"0000{version & 0xffff:x4}-0000-0000-0000-{version:x12}\"");

    public static void Stamp(JsonObject json, string rid, string self, string etag, long timestamp)
    {
        json["_rid"] = rid;
        json["_self"] = self;
        json["_etag"] = etag;
        json["_ts"] = timestamp;
    }
}
