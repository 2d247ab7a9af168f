using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Ingestion.Quarantine;

/// <summary>
/// What could not become a document: <c>quarantine/{articleId}/original</c>, the bytes as received, and
/// <c>quarantine/{articleId}/record.json</c>, the reason. The record is written last: where it stands, all of it stands.
/// </summary>
public sealed class QuarantineStore(BlobServiceClient blobs)
{
    private const string RecordName = "/record.json";
    private const string MessagePrefix = "messages/";

    private static readonly GetBlobsOptions WithLabels = new() { Traits = BlobTraits.Metadata };

    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(PipelineMap.QuarantineContainer);

    /// <param name="record">Its byte count and hash need not be known yet.</param>
    /// <param name="original">Streamed, since a refused batch may be large.</param>
    /// <param name="cancellationToken">Stops between the two writes at worst; the next call writes both again.</param>
    /// <returns>The record with the count and the hash of the bytes that were kept.</returns>
    public async Task<QuarantineRecord> KeepAsync(QuarantineRecord record, Stream original, CancellationToken cancellationToken)
    {
        using var measured = new MeasuringStream(original);
        await Original(record.Provenance.ArticleId).UploadAsync(
            measured,
            new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = record.Provenance.ContentType } },
            cancellationToken);

        record = record with
        {
            Provenance = record.Provenance with { ByteCount = measured.Count, RawHash = measured.TakeHash() },
        };
        var json = JsonSerializer.SerializeToUtf8Bytes(record, StateJson.Default.QuarantineRecord);
        await Record(record.Provenance.ArticleId).UploadAsync(
            new BinaryData(json),
            new BlobUploadOptions { HttpHeaders = StorageFormats.Json, Metadata = Labels(record) },
            cancellationToken);
        return record;
    }

    /// <summary>A queue message that names no article, or ends none: it is kept as it is.</summary>
    public async Task KeepMessageAsync(string queue, QueueMessage message, CancellationToken cancellationToken) =>
        await Message(queue, message.MessageId).UploadAsync(message.Body, overwrite: true, cancellationToken);

    /// <summary>Every article in quarantine, by id, at the cost of a listing.</summary>
    public async IAsyncEnumerable<QuarantineLabel> LabelsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _container.GetBlobsAsync(WithLabels, cancellationToken))
        {
            if (blob.Name.EndsWith(RecordName, StringComparison.Ordinal))
            {
                yield return Label(blob);
            }
        }
    }

    /// <summary>Every queue message in quarantine, at the cost of a listing.</summary>
    public async IAsyncEnumerable<KeptMessage> MessagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _container.GetBlobsAsync(new GetBlobsOptions { Prefix = MessagePrefix }, cancellationToken))
        {
            if (blob.Name[MessagePrefix.Length..].Split('/') is [var queue, var id])
            {
                yield return new KeptMessage(queue, id, blob.Properties.LastModified ?? DateTimeOffset.MinValue);
            }
        }
    }

    /// <summary>Null when the message is not in quarantine (any more).</summary>
    public async Task<BinaryData?> TryReadMessageAsync(KeptMessage message, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult content = await Message(message.Queue, message.Id).DownloadContentAsync(cancellationToken);
            return content.Content;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    public Task RemoveMessageAsync(KeptMessage message, CancellationToken cancellationToken) =>
        Message(message.Queue, message.Id).DeleteIfExistsAsync(cancellationToken: cancellationToken);

    /// <summary>Null when the article is not in quarantine (any more).</summary>
    public async Task<KeptArticle?> TryReadAsync(string articleId, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult content = await Record(articleId).DownloadContentAsync(cancellationToken);
            var record = JsonSerializer.Deserialize(content.Content.ToMemory().Span, StateJson.Default.QuarantineRecord)!;
            return new KeptArticle(record, content.Details.ETag);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The bytes as received.</summary>
    public Task<Stream> OpenOriginalAsync(string articleId, CancellationToken cancellationToken) =>
        Original(articleId).OpenReadAsync(cancellationToken: cancellationToken);

    /// <summary>Version of the bytes, for their removal; null when they are gone.</summary>
    public async Task<ETag?> OriginalVersionAsync(string articleId, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties properties = await Original(articleId).GetPropertiesAsync(cancellationToken: cancellationToken);
            return properties.ETag;
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return null;
        }
    }

    /// <summary>
    /// Takes an article out of quarantine. False when the record is no longer the one that was read: somebody else took it out,
    /// or the article came back. The bytes go first, so that a process that dies in between leaves a record to find, and
    /// not bytes that nobody finds; only the version goes that was seen before the article was sent on its way.
    /// </summary>
    /// <param name="kept">As it was read.</param>
    /// <param name="original">From <see cref="OriginalVersionAsync"/>, asked before the article was sent on its way.</param>
    /// <param name="cancellationToken">Stops between two requests.</param>
    public async Task<bool> TryRemoveAsync(KeptArticle kept, ETag? original, CancellationToken cancellationToken)
    {
        var articleId = kept.Record.Provenance.ArticleId;
        var unchanged = new BlobRequestConditions { IfMatch = kept.ETag };
        try
        {
            await Record(articleId).GetPropertiesAsync(unchanged, cancellationToken);
            if (original is { } version)
            {
                await RemoveOriginalAsync(articleId, version, cancellationToken);
            }

            await Record(articleId).DeleteAsync(conditions: unchanged, cancellationToken: cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Gives an article up. False when it is not in quarantine (any more).</summary>
    public async Task<bool> TryDiscardAsync(string articleId, CancellationToken cancellationToken)
    {
        var original = await OriginalVersionAsync(articleId, cancellationToken);
        return await TryReadAsync(articleId, cancellationToken) is { } kept
            && await TryRemoveAsync(kept, original, cancellationToken);
    }

    private async Task RemoveOriginalAsync(string articleId, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await Original(articleId).DeleteAsync(
                conditions: new BlobRequestConditions { IfMatch = version }, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            // Gone already, or those of a newer failure.
        }
    }

    private BlobClient Message(string queue, string id) => _container.GetBlobClient($"{MessagePrefix}{queue}/{id}");

    private BlobClient Record(string articleId) => _container.GetBlobClient(articleId + RecordName);

    private BlobClient Original(string articleId) => _container.GetBlobClient(articleId + "/original");

    // Listings carry the metadata, so that counting by category reads no blob.
    private static Dictionary<string, string> Labels(QuarantineRecord record) => new()
    {
        ["category"] = record.Category.ToString(),
        ["stage"] = record.Stage.ToString(),
        ["attempts"] = record.Attempts.ToString(CultureInfo.InvariantCulture),
    };

    private static QuarantineLabel Label(BlobItem blob) => new(
        blob.Name[..^RecordName.Length],
        Read<Stage>(blob, "stage"),
        Read<FailureCategory>(blob, "category"),
        blob.Properties.LastModified ?? DateTimeOffset.MinValue);

    private static T Read<T>(BlobItem blob, string label)
        where T : struct, Enum =>
        blob.Metadata.TryGetValue(label, out var text) && Enum.TryParse<T>(text, out var value)
            ? value
            : throw new InvalidDataException($"quarantine/{blob.Name} lacks its label '{label}': something else than the pipeline wrote it.");
}
