using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.LocalCosmos.Resources;

namespace Pipeline.LocalCosmos.Throughput;

/// <summary>The throughput of a database or container, which the service keeps as a resource of its own.</summary>
/// <param name="Number">Its row.</param>
/// <param name="Resource">The rid of what it belongs to.</param>
/// <param name="Self">The self link of what it belongs to.</param>
/// <param name="Content">JSON: <c>offerThroughput</c>, and <c>offerAutopilotSettings</c> where it scales by itself.</param>
internal sealed record Offer(long Number, string Resource, string Self, string Content)
{
    /// <summary>Three bytes, by which the SDK knows the rid of an offer.</summary>
    public string Rid
    {
        get
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)Number);
            return Convert.ToBase64String(bytes[..3]).Replace('/', '-');
        }
    }

    public byte[] ToJson()
    {
        var json = new JsonObject
        {
            ["resource"] = Self,
            ["offerType"] = "Invalid",
            ["offerResourceId"] = Resource,
            ["offerVersion"] = "V2",
            ["content"] = JsonNode.Parse(Content),
            ["id"] = Rid,
        };
        ResourceJson.Stamp(json, Rid, $"offers/{Rid}/", ResourceJson.ETag(Number), timestamp: 0);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }
}
