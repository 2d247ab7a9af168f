using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Pipeline.Ingestion.Failures;
using Pipeline.Ingestion.Quarantine;
using Pipeline.Ingestion.Stages;
using Pipeline.Ingestion.Storage;

namespace Pipeline.Ingestion.Operations;

/// <summary>
/// Sends articles in quarantine on their way again.
/// <code>
///  record ─┬─ has a state, or is an entry of a batch ── create the state in work/ ── remove from quarantine ── send the message
///          └─ a file that could not be read ─────────── drop its bytes again ─────── remove from quarantine
/// </code>
/// May die between any two steps: the article then stands in both places, and the next requeue goes on from there; a state
/// without a message is found by <see cref="LostArticles"/>.
/// </summary>
public sealed class Requeuer(
    QuarantineReader reader, QuarantineStore quarantine, WorkStore work, StageQueues queues, BlobServiceClient blobs)
{
    private const string Newer = "A newer version of its file is on its way or stored; discard this record when you have read it.";

    /// <summary>Metadata of a file that was dropped again: which record it stands for.</summary>
    private const string DroppedFor = "requeued";

    private readonly BlobContainerClient _articles = blobs.GetBlobContainerClient(PipelineMap.ArticlesContainer);

    /// <param name="filter">Which ones.</param>
    /// <param name="fromStart">Begin at Clean, as after a change of the cleaner; else at the stage that failed.</param>
    /// <param name="cancellationToken">Stops between two articles.</param>
    /// <returns>One result for each, while it goes on.</returns>
    public async IAsyncEnumerable<ArticleResult> RequeueAsync(
        QuarantineFilter filter, bool fromStart, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var kept in reader.FindAsync(filter, cancellationToken))
        {
            yield return await RequeueAsync(kept, fromStart, cancellationToken);
        }
    }

    private async Task<ArticleResult> RequeueAsync(KeptArticle kept, bool fromStart, CancellationToken cancellationToken)
    {
        var record = kept.Record;
        var provenance = record.Provenance;
        var original = await quarantine.OriginalVersionAsync(provenance.ArticleId, cancellationToken);
        if (record.State is null && provenance.Place is null)
        {
            return await DropAgainAsync(kept, original, cancellationToken);
        }

        if (record is { State: null, Category: FailureCategory.TooLarge or FailureCategory.DecompressionBomb })
        {
            return Left(record, $"Only a part of it is kept: raise the limit, then replay its whole file, {provenance.Blob}.");
        }

        var state = record.State ?? new ArticleState
        {
            Next = Stage.Clean,
            Provenance = provenance,
            Original = OriginalBytes.Of(await OriginalAsync(provenance.ArticleId, cancellationToken)),
        };
        return await ResumeAsync(kept, original, fromStart ? state.FromStart() : state, cancellationToken);
    }

    private async Task<ArticleResult> ResumeAsync(
        KeptArticle kept, ETag? original, ArticleState state, CancellationToken cancellationToken)
    {
        if (!await work.TryCreateAsync(state, cancellationToken)
            && await work.TryReadAsync(state.ArticleId, cancellationToken) is { } inFlight
            && inFlight.State.Version != state.Version)
        {
            return Left(kept.Record, Newer);
        }

        // Before the message: an article that fails again at once must not lose its new record to this removal.
        if (!await quarantine.TryRemoveAsync(kept, original, cancellationToken))
        {
            return Left(kept.Record, "Somebody else has just sent it on its way.");
        }

        await queues.SendAsync(StageMessage.For(state), cancellationToken);
        return new ArticleResult(state.ArticleId, kept.Record.Name, Done: true, $"Goes on at {state.Next}.");
    }

    /// <summary>Its event then comes as for any dropped file, and the app reads it under its own limits.</summary>
    private async Task<ArticleResult> DropAgainAsync(KeptArticle kept, ETag? original, CancellationToken cancellationToken)
    {
        var provenance = kept.Record.Provenance;
        var read = new ETag($"\"{provenance.Version}\"");
        var dropped = await IsDroppedAsync(kept, cancellationToken)
            || await TryDropAsync(kept, new BlobRequestConditions { IfMatch = read }, cancellationToken)
            || await TryDropAsync(kept, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
        if (!dropped)
        {
            return Left(kept.Record, Newer);
        }

        return await quarantine.TryRemoveAsync(kept, original, cancellationToken)
            ? new ArticleResult(provenance.ArticleId, kept.Record.Name, Done: true, "Dropped again.")
            : Left(kept.Record, "Dropped again; it has failed again since.");
    }

    /// <summary>True when an earlier requeue of this record dropped the file and died before it removed the record.</summary>
    private async Task<bool> IsDroppedAsync(KeptArticle kept, CancellationToken cancellationToken)
    {
        try
        {
            BlobProperties file = await _articles.GetBlobClient(kept.Record.Provenance.Blob)
                .GetPropertiesAsync(cancellationToken: cancellationToken);
            return file.Metadata.TryGetValue(DroppedFor, out var mark) && mark == Mark(kept);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            return false;
        }
    }

    private async Task<bool> TryDropAsync(KeptArticle kept, BlobRequestConditions conditions, CancellationToken cancellationToken)
    {
        var provenance = kept.Record.Provenance;
        await using var original = await quarantine.OpenOriginalAsync(provenance.ArticleId, cancellationToken);
        var options = new BlobUploadOptions
        {
            Conditions = conditions,
            HttpHeaders = new BlobHttpHeaders { ContentType = provenance.ContentType },
            Metadata = new Dictionary<string, string> { [DroppedFor] = Mark(kept) },
        };
        try
        {
            await _articles.GetBlobClient(provenance.Blob).UploadAsync(original, options, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private async Task<byte[]> OriginalAsync(string articleId, CancellationToken cancellationToken)
    {
        await using var original = await quarantine.OpenOriginalAsync(articleId, cancellationToken);
        using var bytes = new MemoryStream();
        await original.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static string Mark(KeptArticle kept) => kept.ETag.ToString().Trim('"');

    private static ArticleResult Left(QuarantineRecord record, string why) =>
        new(record.Provenance.ArticleId, record.Name, Done: false, why);
}
