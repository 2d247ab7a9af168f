using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Queues.Models;
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

    private readonly BlobContainerClient _container = blobs.GetBlobContainerClient(PipelineMap.QuarantineContainer);

    public Task KeepAsync(QuarantineRecord record, ReadOnlyMemory<byte> original, CancellationToken cancellationToken) =>
        KeepAsync(record, new BinaryData(original).ToStream(), cancellationToken);

    /// <param name="original">Streamed, since a refused batch may be large.</param>
    public async Task KeepAsync(QuarantineRecord record, Stream original, CancellationToken cancellationToken)
    {
        var id = record.Provenance.ArticleId;
        await _container.GetBlobClient(id + "/original")
            .UploadAsync(
                original,
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = record.Provenance.ContentType } },
                cancellationToken);

        var json = JsonSerializer.SerializeToUtf8Bytes(record, StateJson.Default.QuarantineRecord);
        await _container.GetBlobClient(id + RecordName)
            .UploadAsync(
                new BinaryData(json),
                new BlobUploadOptions { HttpHeaders = StorageFormats.Json, Metadata = Labels(record) },
                cancellationToken);
    }

    /// <summary>A queue message that is no claim check names no article: it is kept as it is.</summary>
    public async Task KeepMessageAsync(Stage stage, QueueMessage message, CancellationToken cancellationToken) =>
        await _container.GetBlobClient($"messages/{PipelineMap.QueueOf(stage)}/{message.MessageId}")
            .UploadAsync(message.Body, overwrite: true, cancellationToken);

    /// <summary>Every article in quarantine.</summary>
    public async IAsyncEnumerable<QuarantineRecord> ListAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in _container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Name.EndsWith(RecordName, StringComparison.Ordinal))
            {
                BlobDownloadResult content = await _container.GetBlobClient(blob.Name)
                    .DownloadContentAsync(cancellationToken);
                yield return JsonSerializer.Deserialize(
                    content.Content.ToMemory().Span, StateJson.Default.QuarantineRecord)!;
            }
        }
    }

    // Listings carry the metadata, so that counting by category reads no blob.
    private static Dictionary<string, string> Labels(QuarantineRecord record) => new()
    {
        ["category"] = record.Category.ToString(),
        ["stage"] = record.Stage.ToString(),
        ["attempts"] = record.Attempts.ToString(CultureInfo.InvariantCulture),
    };
}
