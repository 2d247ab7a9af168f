using System.Net;
using System.Xml.Linq;

namespace Pipeline.Testing.InMemory;

/// <summary>Puts the staged blocks of a large upload together.</summary>
internal static class BlobBlocks
{
    public static byte[] Commit(StorageCall call, BlobContainer container)
    {
        using var body = new MemoryStream(call.Body);
        var content = new List<byte>();
        foreach (var block in XElement.Load(body).Elements())
        {
            content.AddRange(container.Uncommitted.GetValueOrDefault((call.Rest, block.Value))
                ?? throw new StorageFault(HttpStatusCode.BadRequest, "InvalidBlockList"));
        }

        foreach (var staged in container.Uncommitted.Keys.Where(staged => staged.Blob == call.Rest).ToList())
        {
            container.Uncommitted.Remove(staged);
        }

        return [.. content];
    }
}
