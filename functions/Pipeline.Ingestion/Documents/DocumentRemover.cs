using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Cosmos;

namespace Pipeline.Ingestion.Documents;

/// <summary>
/// Takes documents away. What is left of one for a day has no text and says when it was removed: the change feed shows no
/// deletions, so this is how those who follow it learn of one.
/// </summary>
public sealed class DocumentRemover(CosmosContainers containers, DocumentStore documents, TimeProvider time)
{
    /// <summary>Longer than any reader of the change feed may be behind.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(1);

    /// <summary>The documents that came from a file and are not removed, given as @blob and @container.</summary>
    public const string OfFile =
        "SELECT VALUE c.id FROM c WHERE c.provenance.blob = @blob AND c.provenance.container = @container AND NOT IS_DEFINED(c.deletedAt)";

    private readonly Container _articles = containers.Articles;

    /// <summary>Ids of the documents that came from a file, one or those of a batch.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string container, string blob, CancellationToken cancellationToken)
    {
        var query = new QueryDefinition(OfFile).WithParameter("@blob", blob).WithParameter("@container", container);
        var ids = new List<string>();
        using var pages = _articles.GetItemQueryStreamIterator(query);
        while (pages.HasMoreResults)
        {
            using var page = await pages.ReadNextAsync(cancellationToken);
            page.EnsureSuccessStatusCode();
            using var json = await JsonDocument.ParseAsync(page.Content, cancellationToken: cancellationToken);
            ids.AddRange(json.RootElement.GetProperty("Documents").EnumerateArray().Select(id => id.GetString()!));
        }

        return ids;
    }

    /// <summary>May be repeated. A version that is stored meanwhile is removed as well.</summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        while (await documents.TryReadAsync(id, cancellationToken) is { DeletedAt: null } existing)
        {
            var condition = new ItemRequestOptions { EnableContentResponseOnWrite = false, IfMatchEtag = existing.ETag };
            var json = JsonSerializer.SerializeToUtf8Bytes(Emptied(existing), DocumentJson.Readable.ArticleDocument);
            using var replaced = await _articles
                .ReplaceItemStreamAsync(new MemoryStream(json), id, new PartitionKey(id), condition, cancellationToken);
            if (replaced.StatusCode is not (HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound))
            {
                replaced.EnsureSuccessStatusCode();
                return;
            }
        }
    }

    private ArticleDocument Emptied(ArticleDocument document) => document with
    {
        ETag = null,
        DeletedAt = time.GetUtcNow(),
        TimeToLive = (int)Notice.TotalSeconds,
        IsCanonical = false,
        Text = "",
        Entities = [],
        KeyPhrases = [],
    };
}
