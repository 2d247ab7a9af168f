using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion;

namespace Pipeline.EndToEnd.Tests.Stepping;

/// <summary>
/// What stands in storage and database at the end, as text: two runs had the same outcome when their texts are equal.
/// Leaves out what differs between any two runs: times, attempts, and what the database adds of its own.
/// </summary>
internal static class Outcome
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] Volatile =
        ["_etag", "_rid", "_self", "_ts", "_attachments", "firstSeen", "lastSeen", "processing", "deletedAt"];

    public static async Task<string> DescribeAsync(PipelineScene scene)
    {
        var text = new StringBuilder();
        foreach (var document in await DocumentsAsync(scene.Articles))
        {
            text.AppendLine(document.ToJsonString(Indented));
        }

        // What is remembered of sites is a hint: a process that dies may lose it.
        foreach (var container in PipelineMap.BlobContainers.Where(name => name != PipelineMap.SitesContainer))
        {
            await foreach (var blob in scene.Blobs.GetBlobContainerClient(container).GetBlobsAsync())
            {
                text.Append("blob ").Append(container).Append('/').AppendLine(blob.Name);
            }
        }

        foreach (var queue in PipelineMap.Queues)
        {
            var properties = await scene.Queues.GetQueueClient(queue).GetPropertiesAsync();
            if (properties.Value.ApproximateMessagesCount > 0)
            {
                text.Append("messages in ").AppendLine(queue);
            }
        }

        return text.ToString();
    }

    public static async Task<List<JsonObject>> DocumentsAsync(Container articles)
    {
        var documents = new List<JsonObject>();
        using var pages = articles.GetItemQueryStreamIterator("SELECT * FROM c ORDER BY c.id");
        while (pages.HasMoreResults)
        {
            using var page = await pages.ReadNextAsync();
            page.EnsureSuccessStatusCode();
            var items = (JsonArray)JsonNode.Parse(page.Content)!["Documents"]!;
            documents.AddRange(items.Select(item => Stable((JsonObject)item!.DeepClone())));
        }

        return documents;
    }

    private static JsonObject Stable(JsonObject document)
    {
        foreach (var name in Volatile)
        {
            document.Remove(name);
        }

        var provenance = (JsonObject)document["provenance"]!;
        provenance.Remove("eTag");
        provenance.Remove("crawledAt");
        return document;
    }
}
