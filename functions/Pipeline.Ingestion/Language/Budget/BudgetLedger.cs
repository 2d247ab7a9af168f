using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Pipeline.Ingestion.Language.Budget;

/// <summary>
/// The count that all instances share: one small blob a day, <c>cache/language/budget/2026-08-01.json</c>. Every write is
/// conditional on what was read, so no record is counted twice or lost, whoever writes at the same time.
/// </summary>
internal sealed class BudgetLedger(BlobContainerClient container, TimeProvider time, Random random)
{
    /// <summary>Writers that meet this often in a row are too many for one blob: then the article is tried again later.</summary>
    private const int MostTries = 25;

    private const int LongestPauseMilliseconds = 100;

    /// <summary>Records taken so far on a day.</summary>
    public async Task<long> ReadAsync(DateOnly day, CancellationToken cancellationToken) => (await FindAsync(day, cancellationToken)).Taken;

    /// <summary>
    /// Takes <paramref name="wanted"/> records of a day, or what is left but at least <paramref name="least"/>; 0 when so
    /// many are not left. One read and one write, unless others write at the same moment.
    /// </summary>
    /// <exception cref="RequestFailedException">The storage is out of order, or others were faster every time (409, 412).</exception>
    public async Task<(long Taken, long Left)> TakeAsync(DateOnly day, long least, long wanted, long limit, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (taken, conditions) = await FindAsync(day, cancellationToken);
            var left = Math.Max(0, limit - taken);
            if (left < least)
                return (0, left);
            var take = Math.Min(wanted, left);
            try
            {
                await WriteAsync(day, taken + take, conditions, cancellationToken);
                return (take, left - take);
            }
            catch (RequestFailedException other) when (other.Status is 409 or 412 && tries < MostTries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, LongestPauseMilliseconds)), time, cancellationToken);
            }
        }
    }

    private async Task<(long Taken, BlobRequestConditions Conditions)> FindAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            BlobDownloadResult blob = await Blob(day).DownloadContentAsync(cancellationToken);
            var count = blob.Content.ToObjectFromJson<Count>(JsonSerializerOptions.Web)!;
            return (count.TextRecords, new BlobRequestConditions { IfMatch = blob.Details.ETag });
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return (0, new BlobRequestConditions { IfNoneMatch = ETag.All });
        }
    }

    private async Task WriteAsync(DateOnly day, long taken, BlobRequestConditions conditions, CancellationToken cancellationToken) =>
        await Blob(day).UploadAsync(
            BinaryData.FromObjectAsJson(new Count(taken), JsonSerializerOptions.Web), new BlobUploadOptions { Conditions = conditions }, cancellationToken);

    private BlobClient Blob(DateOnly day) =>
        container.GetBlobClient($"language/budget/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.json");

    private sealed record Count(long TextRecords);
}
