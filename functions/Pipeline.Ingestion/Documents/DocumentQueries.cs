using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Pipeline.Ingestion.Documents;

/// <summary>Reads documents by query, with the product's own serialisation.</summary>
public static class DocumentQueries
{
    /// <summary>The documents that came from one blob, given as @blob: one, or those of a batch.</summary>
    public const string OfBlob = "SELECT * FROM c WHERE c.provenance.blob = @blob";

    public static async IAsyncEnumerable<ArticleDocument> ReadAllAsync(
        this Container articles, QueryDefinition query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var pages = articles.GetItemQueryStreamIterator(query);
        while (pages.HasMoreResults)
        {
            using var page = await pages.ReadNextAsync(cancellationToken);
            page.EnsureSuccessStatusCode();
            using var json = await JsonDocument.ParseAsync(page.Content, cancellationToken: cancellationToken);
            foreach (var element in json.RootElement.GetProperty("Documents").EnumerateArray())
            {
                yield return element.Deserialize(DocumentJson.Readable.ArticleDocument)!;
            }
        }
    }
}
