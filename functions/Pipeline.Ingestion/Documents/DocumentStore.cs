using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Cosmos;

namespace Pipeline.Ingestion.Documents;

/// <summary>
/// Writes documents so that a repeated write changes nothing and an older version never replaces a newer one.
/// <code>
///  create ─┬─ 201: saved
///          └─ 409: read ─┬─ the same version (not replayed since) or a newer one: nothing to do
///                        └─ an older one: replace it under its ETag; 412 or 404: from the start
/// </code>
/// Streams and not objects: a conflict is then a status to look at instead of an exception to catch, and the bytes are
/// serialised once, by the product's own settings.
/// </summary>
public sealed class DocumentStore(CosmosContainers containers)
{
    /// <summary>The service refuses items over 2 MB, counted as UTF-8.</summary>
    public const int MaxItemBytes = 2 * 1024 * 1024;

    // What the service adds to an item (_rid, _self, _etag, _ts, _attachments) counts too.
    private const int SystemPropertyBytes = 1024;

    // The answer's body would be the document that was just sent.
    private static readonly ItemRequestOptions NoEcho = new() { EnableContentResponseOnWrite = false };

    private readonly Container _articles = containers.Articles;

    public Task<SaveResult> SaveAsync(ArticleDocument document, CancellationToken cancellationToken) =>
        SaveAsync(document, replayed: false, cancellationToken);

    /// <param name="document">What to write.</param>
    /// <param name="replayed">Replace also a document of the same version, unless it was received later.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    public async Task<SaveResult> SaveAsync(ArticleDocument document, bool replayed, CancellationToken cancellationToken)
    {
        var json = Serialize(document);
        if (json.Length > MaxItemBytes - SystemPropertyBytes)
        {
            return new SaveResult.TooLarge(string.Create(
                CultureInfo.InvariantCulture,
                $"The document has {json.Length:N0} bytes and Cosmos DB takes {MaxItemBytes:N0}; split the article and drop its parts."));
        }

        var key = new PartitionKey(document.Id);
        while (true)
        {
            using (var created = await _articles
                .CreateItemStreamAsync(new MemoryStream(json), key, NoEcho, cancellationToken))
            {
                if (created.StatusCode != HttpStatusCode.Conflict)
                {
                    created.EnsureSuccessStatusCode();
                    return new SaveResult.Saved(document);
                }
            }

            if (await TryReadAsync(document.Id, cancellationToken) is not { } existing)
            {
                continue;
            }

            if (existing.Provenance.ETag == document.Provenance.ETag && !(replayed && existing.LastSeen < document.LastSeen))
            {
                return new SaveResult.Unchanged();
            }

            if (IsNewer(existing, document))
            {
                return new SaveResult.Superseded();
            }

            var revised = Revise(existing, document);
            var condition = new ItemRequestOptions { EnableContentResponseOnWrite = false, IfMatchEtag = existing.ETag };
            using var replaced = await _articles
                .ReplaceItemStreamAsync(new MemoryStream(Serialize(revised)), document.Id, key, condition, cancellationToken);
            if (replaced.StatusCode is not (HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound))
            {
                replaced.EnsureSuccessStatusCode();
                return new SaveResult.Saved(revised);
            }
        }
    }

    /// <summary>Null when there is no such document.</summary>
    public async Task<ArticleDocument?> TryReadAsync(string id, CancellationToken cancellationToken)
    {
        using var read = await _articles
            .ReadItemStreamAsync(id, new PartitionKey(id), cancellationToken: cancellationToken);
        if (read.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        read.EnsureSuccessStatusCode();
        return await JsonSerializer
            .DeserializeAsync(read.Content, DocumentJson.Readable.ArticleDocument, cancellationToken);
    }

    private static byte[] Serialize(ArticleDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(document with { ETag = null }, DocumentJson.Readable.ArticleDocument);

    /// <summary>Versions of one blob are ordered by when they were written; within one second by when they were read.</summary>
    private static bool IsNewer(ArticleDocument existing, ArticleDocument document) =>
        (existing.Provenance.CrawledAt, existing.LastSeen).CompareTo((document.Provenance.CrawledAt, document.LastSeen)) > 0;

    private static ArticleDocument Revise(ArticleDocument existing, ArticleDocument document) => document with
    {
        FirstSeen = existing.FirstSeen,
        Revision = Math.Max(
            document.Revision,
            existing.ContentHash == document.ContentHash ? existing.Revision : existing.Revision + 1),
    };
}
