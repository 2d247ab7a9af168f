using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Pipeline.Ingestion.Deduplication.Items;

namespace Pipeline.Ingestion.Deduplication.Stores;

/// <summary>The fingerprints container: partition key /id, nothing indexed, time to live on.</summary>
internal sealed class CosmosFingerprintStore(Container container) : IFingerprintStore
{
    private static readonly ItemRequestOptions Quiet = new() { EnableContentResponseOnWrite = false };

    /// <summary>Request units charged so far, for measuring.</summary>
    public double RequestCharge => Volatile.Read(ref _requestCharge);

    private double _requestCharge;

    public async ValueTask<FingerprintItem?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await container.ReadItemStreamAsync(id, new PartitionKey(id), cancellationToken: cancellationToken);
        if (!Succeeded(response, HttpStatusCode.NotFound))
            return null;
        return await JsonSerializer.DeserializeAsync(response.Content, FingerprintJson.Default.FingerprintItem, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<FingerprintItem>> ReadManyAsync(
        IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var keys = ids.Select(id => (id, new PartitionKey(id))).ToList();
        using var response = await container.ReadManyItemsStreamAsync(keys, cancellationToken: cancellationToken);
        Succeeded(response, null);
        var page = await JsonSerializer.DeserializeAsync(response.Content, FingerprintJson.Default.FingerprintPage, cancellationToken);
        return page?.Documents ?? [];
    }

    public async ValueTask<bool> CreateAsync(FingerprintItem item, CancellationToken cancellationToken)
    {
        using var body = Write(item);
        using var response = await container.CreateItemStreamAsync(body, new PartitionKey(item.Id), Quiet, cancellationToken);
        return Succeeded(response, HttpStatusCode.Conflict);
    }

    public async ValueTask<bool> ReplaceAsync(FingerprintItem item, CancellationToken cancellationToken)
    {
        using var body = Write(item);
        var options = new ItemRequestOptions { IfMatchEtag = item.ETag, EnableContentResponseOnWrite = false };
        using var response = await container
            .ReplaceItemStreamAsync(body, item.Id, new PartitionKey(item.Id), options, cancellationToken);
        return response.StatusCode != HttpStatusCode.NotFound && Succeeded(response, HttpStatusCode.PreconditionFailed);
    }

    public async ValueTask DeleteAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await container.DeleteItemStreamAsync(id, new PartitionKey(id), cancellationToken: cancellationToken);
        Succeeded(response, HttpStatusCode.NotFound);
    }

    /// <summary>False for the status that is an answer; throws <see cref="CosmosException"/> for every other failure.</summary>
    private bool Succeeded(ResponseMessage response, HttpStatusCode? answer)
    {
        Charge(response.Headers.RequestCharge);
        if (response.StatusCode == answer)
            return false;
        response.EnsureSuccessStatusCode();
        return true;
    }

    private void Charge(double units)
    {
        double before, after;
        do
        {
            before = Volatile.Read(ref _requestCharge);
            after = before + units;
        }
        while (Interlocked.CompareExchange(ref _requestCharge, after, before) != before);
    }

    private static MemoryStream Write(FingerprintItem item) =>
        new(JsonSerializer.SerializeToUtf8Bytes(item with { ETag = null }, FingerprintJson.Default.FingerprintItem));
}
